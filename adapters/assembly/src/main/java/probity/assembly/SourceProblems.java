package probity.assembly;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import probity.spi.Diagnostic;

/** What can be wrong with a directory, its source, and the tools that build it. */
final class SourceProblems {
    /** More lines of a tool's output help nobody. */
    private static final int MOST_LINES = 20;

    private static final String INSTALL =
            "Install one of them (Debian, Ubuntu: apt-get install binutils-aarch64-linux-gnu;"
                    + " Fedora: dnf install binutils-aarch64-linux-gnu; elsewhere: clang and lld), or"
                    + " put a linked trampolines.elf into the directory instead of the source.";

    private SourceProblems() {}

    static Diagnostic noDirectoryGiven() {
        return problem(
                "asm-no-directory",
                "The address 'asm:' names no directory.",
                "Write asm:<dir>, with the path of a directory that holds candidate.properties.");
    }

    static Diagnostic missingDirectory(String directory, String absolute) {
        return problem(
                "asm-missing-directory",
                "There is no directory '%s'.".formatted(directory),
                "It was looked for at " + absolute + ". A comma in a path is written as '\\,'.");
    }

    static Diagnostic notADirectory(String directory) {
        return problem(
                "asm-not-a-directory",
                "'%s' is not a directory.".formatted(directory),
                "Give the directory that holds candidate.properties, not a file in it.");
    }

    static Diagnostic unreadable(Path file, IOException why) {
        String reason = why.getMessage();
        String hint = "";
        if (why instanceof AccessDeniedException) {
            reason = "permission denied"; // its message is the file's name
            hint = "It has to be readable for the user who runs Maven.";
        } else if (why instanceof CharacterCodingException) {
            reason = "it is not a text in UTF-8";
            hint = "Save it as UTF-8, or in plain ASCII.";
        }
        return problem("asm-unreadable", "'%s' cannot be read: %s.".formatted(file, reason), hint);
    }

    static Diagnostic noProperties(String directory) {
        return problem(
                "asm-no-properties",
                "There is no candidate.properties in '%s'.".formatted(directory),
                "Start from the one in adapters/assembly/src/example/light.");
    }

    static Diagnostic noTrampolines(String directory) {
        return problem(
                "asm-no-trampolines",
                "There is neither a trampolines.S nor a trampolines.elf in '%s'."
                        .formatted(directory),
                "Put one of the two there.");
    }

    static Diagnostic twoTrampolines(String directory) {
        return problem(
                "asm-two-trampolines",
                "There are both a trampolines.S and a trampolines.elf in '%s'."
                        .formatted(directory),
                "Remove the one that is not to be judged.");
    }

    static Diagnostic preprocessor(String line, int number) {
        return problem(
                "preprocessor-directive",
                "trampolines.S:%d has the preprocessor directive '%s', but the source is not"
                                .formatted(number, line)
                        + " preprocessed.",
                "Use .include, .equ, .if and .macro, or link trampolines.elf yourself.");
    }

    static Diagnostic byteOrderMark() {
        return problem(
                "byte-order-mark",
                "trampolines.S begins with a byte order mark, which no assembler reads.",
                "Save it as UTF-8 without one, or in plain ASCII.");
    }

    static Diagnostic noAssembler(List<String> looked) {
        return new Diagnostic(
                "no-assembler",
                "There is no AArch64 assembler and linker on the search path to build"
                        + " trampolines.S.",
                looked,
                INSTALL);
    }

    /** The tool said no; what it said is the cause, with file and line. */
    static Diagnostic failed(String verb, String tool, List<String> lines) {
        boolean assembling = verb.equals("assemble");
        return new Diagnostic(
                assembling ? "assembler-error" : "linker-error",
                "%s could not %s trampolines.S.".formatted(tool, verb),
                shortened(lines),
                assembling
                        ? ""
                        : "Only hook_entry_handler, hook_return_handler and kretprobe_handler are"
                                + " defined outside of the source.");
    }

    static Diagnostic noProduct(String verb, String tool, List<String> lines) {
        return new Diagnostic(
                "tool-wrote-nothing",
                "%s claims success, but did not %s trampolines.S: there is no output."
                        .formatted(tool, verb),
                shortened(lines),
                "Is it the real one?");
    }

    static Diagnostic notStarted(String program, List<String> lines) {
        return new Diagnostic(
                "tool-not-started", "%s cannot be started.".formatted(program), lines, INSTALL);
    }

    static Diagnostic hung(String tool, long seconds) {
        return problem(
                "tool-hung",
                "%s did not finish within %d s and was stopped.".formatted(tool, seconds),
                "Look for an endless .rept or .macro in trampolines.S.");
    }

    private static List<String> shortened(List<String> lines) {
        List<String> kept = new ArrayList<>();
        lines.stream()
                .map(String::stripTrailing)
                .filter(line -> !line.isBlank() && !line.endsWith("Assembler messages:"))
                .limit(MOST_LINES)
                .forEach(kept::add);
        if (lines.size() > MOST_LINES + 1) {
            kept.add("… and more; run the tool by hand to see all.");
        }
        return kept;
    }

    private static Diagnostic problem(String code, String message, String hint) {
        return new Diagnostic(code, message, List.of(), hint);
    }
}
