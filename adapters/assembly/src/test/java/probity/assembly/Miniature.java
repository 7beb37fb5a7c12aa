package probity.assembly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import probity.reference.AddressMap;
import probity.spi.Diagnostic;

/**
 * A candidate's directory that is right, for a test to make wrong in one thing.
 *
 * <p>Its trampolines are instructions without sense: nothing here runs them.
 */
final class Miniature {
    static final long TEXT = AddressMap.TRAMPOLINES;

    /** The advice that goes with everything that a linker script prevents. */
    static final String LINK =
            "Link it with the linker script that 'java -cp"
                    + " adapters/assembly/target/classes:reference-impl/target/classes"
                    + " probity.assembly.LinkerScript' prints, without -pie or -shared.";

    static final int NOP = 0xd503201f;
    static final int BRK_7 = 0xd42000e0;

    private static final String PROPERTIES =
            """
            name = mini
            kretprobe.stage = 1
            context.policy = sparse
            entry.size = 112
            entry.x0 = 0
            entry.lr = 88
            entry.pc = 104
            return.size = 0x70
            return.pc = 104
            """;

    private final Path directory;

    Miniature(Path directory) {
        this.directory = directory;
        properties(PROPERTIES);
        elf(image());
    }

    /** What the miniature's executable is made of. */
    static ElfBuilder image() {
        return text().global("hook_entry", TEXT)
                .global("hook_return", TEXT + 4)
                .global("kretprobe_trampoline", TEXT + 8);
    }

    /** The same without symbols. */
    static ElfBuilder text() {
        return new ElfBuilder().segment(TEXT, ElfBuilder.READ_EXECUTE, NOP, NOP, BRK_7, NOP);
    }

    /** The same with a kretprobe_trampoline that is not a brk. */
    static ElfBuilder handBuilt() {
        return new ElfBuilder()
                .segment(TEXT, ElfBuilder.READ_EXECUTE, NOP, NOP, NOP)
                .global("hook_entry", TEXT)
                .global("hook_return", TEXT + 4)
                .global("kretprobe_trampoline", TEXT + 8);
    }

    /** The right properties. */
    String rightProperties() {
        return PROPERTIES;
    }

    Path directory() {
        return directory;
    }

    Miniature properties(String text) {
        return file(PropertiesFile.NAME, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces one line of the right properties; with nothing, it is missing. */
    Miniature replacing(String line, String... lines) {
        if (!PROPERTIES.contains(line + "\n")) {
            throw new IllegalArgumentException("There is no line '" + line + "' to replace.");
        }
        String replacement = lines.length == 0 ? "" : String.join("\n", lines) + "\n";
        return properties(PROPERTIES.replace(line + "\n", replacement));
    }

    /** Adds lines to the right properties. The first one added is line 10. */
    Miniature adding(String... lines) {
        return properties(PROPERTIES + String.join("\n", lines) + "\n");
    }

    Miniature elf(ElfBuilder elf) {
        return elf(elf.build());
    }

    Miniature elf(byte[] content) {
        return file(Inspection.EXECUTABLE, content);
    }

    /** Has this source in place of the executable. */
    Miniature source(String text) {
        without(Inspection.EXECUTABLE);
        return file(SourceBuild.SOURCE, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Miniature file(String name, byte[] content) {
        try {
            Files.write(directory.resolve(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    Miniature without(String name) {
        try {
            Files.deleteIfExists(directory.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    /** What an inspection without any tool on the search path finds. */
    List<Diagnostic> problems() {
        return problems("");
    }

    List<Diagnostic> problems(String searchPath) {
        return inspection(searchPath).problems();
    }

    Inspection inspection(String searchPath) {
        return Inspection.of(directory, searchPath, MemoryMap.ofKit());
    }

    /** The only problem. */
    Diagnostic problem() {
        List<Diagnostic> problems = problems();
        if (problems.size() != 1) {
            throw new AssertionError("There is not one problem, but " + problems);
        }
        return problems.get(0);
    }

    /** A diagnostic without causes. */
    static Diagnostic diagnostic(String code, String message, String hint) {
        return new Diagnostic(code, message, List.of(), hint);
    }
}
