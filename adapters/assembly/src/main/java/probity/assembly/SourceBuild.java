package probity.assembly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Assembles and links a {@code trampolines.S} with what the user has installed, in a temporary
 * directory of which nothing stays.
 */
final class SourceBuild {
    static final String SOURCE = "trampolines.S";
    private static final String OBJECT = "trampolines.o";
    private static final String EXECUTABLE = "trampolines.elf";
    private static final String SCRIPT = "probity.ld";

    /** Both tools take milliseconds. */
    static final long LIMIT_SECONDS = 30;

    private static final Pattern PREPROCESSOR =
            Pattern.compile(
                    "\\s*#\\s*(include|define|undef|if|ifdef|ifndef|elif|else|endif|error)\\b.*");

    /** U+FEFF in UTF-8, byte by byte. */
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private final Path directory;
    private final Problems problems;
    private final long limitSeconds;

    SourceBuild(Path directory, Problems problems, long limitSeconds) {
        this.directory = directory;
        this.problems = problems;
        this.limitSeconds = limitSeconds;
    }

    /** The linked executable; empty if there was a problem. */
    Optional<byte[]> run(String searchPath) throws IOException {
        int before = problems.list().size();
        refuseWhatAssemblersMisread();
        Optional<Toolchain> toolchain = Toolchain.find(searchPath, problems);
        if (toolchain.isEmpty() || problems.list().size() > before) {
            return Optional.empty();
        }
        Path scratch = Files.createTempDirectory("probity-asm");
        try {
            return assemble(toolchain.get(), scratch) && link(toolchain.get(), scratch)
                    ? Optional.of(Files.readAllBytes(scratch.resolve(EXECUTABLE)))
                    : Optional.empty();
        } finally {
            delete(scratch);
        }
    }

    /**
     * To the assembler a line that begins with # is a comment: it would silently be ignored. And
     * what it says of a byte order mark shows nothing but two quotes.
     */
    private void refuseWhatAssemblersMisread() throws IOException {
        String text =
                new String(
                        Files.readAllBytes(directory.resolve(SOURCE)), StandardCharsets.ISO_8859_1);
        if (text.startsWith(BYTE_ORDER_MARK)) {
            problems.add(SourceProblems.byteOrderMark());
        }
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (PREPROCESSOR.matcher(line).matches()) {
                problems.add(SourceProblems.preprocessor(line.strip(), number));
            }
        }
    }

    private boolean assemble(Toolchain toolchain, Path scratch) throws IOException {
        List<String> command = new ArrayList<>(toolchain.assembler());
        command.addAll(List.of("-o", scratch.resolve(OBJECT).toString(), SOURCE));
        return succeeds("assemble", directory, scratch, OBJECT, command);
    }

    private boolean link(Toolchain toolchain, Path scratch) throws IOException {
        Files.writeString(scratch.resolve(SCRIPT), LinkerScript.text());
        List<String> command = new ArrayList<>(toolchain.linker());
        command.addAll(List.of("-T", SCRIPT, "-o", EXECUTABLE, OBJECT));
        return succeeds("link", scratch, scratch, EXECUTABLE, command);
    }

    private boolean succeeds(
            String verb, Path where, Path scratch, String product, List<String> command)
            throws IOException {
        ToolRun run = ToolRun.of(where, scratch.resolve(verb + ".log"), command, limitSeconds);
        String tool = Path.of(command.get(0)).getFileName().toString();
        switch (run.end()) {
            case SUCCEEDED -> {
                if (!Files.exists(scratch.resolve(product))) {
                    problems.add(SourceProblems.noProduct(verb, tool, run.lines()));
                }
            }
            case FAILED -> problems.add(SourceProblems.failed(verb, tool, run.lines()));
            case NOT_STARTED ->
                    problems.add(SourceProblems.notStarted(command.get(0), run.lines()));
            case HUNG -> problems.add(SourceProblems.hung(tool, limitSeconds));
        }
        return run.end() == ToolRun.End.SUCCEEDED && Files.exists(scratch.resolve(product));
    }

    private static void delete(Path scratch) throws IOException {
        try (Stream<Path> inside = Files.walk(scratch)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
