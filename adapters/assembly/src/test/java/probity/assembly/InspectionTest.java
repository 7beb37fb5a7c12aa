package probity.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.assembly.Miniature.TEXT;
import static probity.assembly.Miniature.diagnostic;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.spi.Diagnostic;

class InspectionTest {
    @TempDir Path directory;
    private Miniature miniature;

    @BeforeEach
    void rightOne() {
        miniature = new Miniature(directory);
    }

    @Test
    void missing_directory() {
        Path missing = directory.resolve("nothing-here");
        assertThat(inspect(missing))
                .containsExactly(
                        diagnostic(
                                "asm-missing-directory",
                                "There is no directory '" + missing + "'.",
                                "It was looked for at "
                                        + missing
                                        + ". A comma in a path is written as '\\,'."));
    }

    @Test
    void a_file_in_place_of_a_directory() {
        Path file = directory.resolve(PropertiesFile.NAME);
        assertThat(inspect(file))
                .containsExactly(
                        diagnostic(
                                "asm-not-a-directory",
                                "'" + file + "' is not a directory.",
                                "Give the directory that holds candidate.properties, not a file in it."));
    }

    @Test
    void no_properties() {
        miniature.without(PropertiesFile.NAME);
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "asm-no-properties",
                                "There is no candidate.properties in '" + directory + "'.",
                                "Start from the one in adapters/assembly/src/example/light."));
    }

    @Test
    void neither_source_nor_executable() {
        miniature.without(Inspection.EXECUTABLE);
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "asm-no-trampolines",
                                "There is neither a trampolines.S nor a trampolines.elf in '"
                                        + directory
                                        + "'.",
                                "Put one of the two there."));
    }

    @Test
    void both_source_and_executable() {
        miniature.source("\t.text\n").elf(Miniature.image());
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "asm-two-trampolines",
                                "There are both a trampolines.S and a trampolines.elf in '"
                                        + directory
                                        + "'.",
                                "Remove the one that is not to be judged."));
    }

    @Test
    void an_empty_directory_lacks_both() {
        miniature.without(PropertiesFile.NAME).without(Inspection.EXECUTABLE);
        assertThat(miniature.problems())
                .extracting(Diagnostic::code)
                .containsExactly("asm-no-properties", "asm-no-trampolines");
    }

    @Test
    void all_problems_of_properties_and_trampolines_come_at_once() {
        miniature
                .properties(
                        """
                        name = mini
                        kretprobe.stage = 3
                        context.policy = spares
                        entry.size = 112
                        entry.lr = 88
                        entry.lr = 80
                        entry.sp = 120
                        return.size = 112
                        return.pc = 104
                        """)
                .elf(
                        new ElfBuilder()
                                .segment(TEXT, 7, Miniature.NOP, Miniature.NOP, Miniature.BRK_7)
                                .local("hook_entry", TEXT)
                                .global("kretprobe_trampoline", TEXT + 8));
        assertThat(miniature.problems())
                .extracting(Diagnostic::code)
                .containsExactly(
                        "duplicate-key",
                        "bad-policy",
                        "missing-property",
                        "offset-outside-set",
                        "writable-text",
                        "symbol-not-global",
                        "missing-symbol",
                        "symbol-at-wrong-stage");
    }

    /** A test that runs as root can read every file. */
    @Test
    void what_may_not_be_read_is_named_with_the_reason() {
        Path file = directory.resolve(Inspection.EXECUTABLE);
        assertThat(SourceProblems.unreadable(file, new AccessDeniedException(file.toString())))
                .isEqualTo(
                        diagnostic(
                                "asm-unreadable",
                                "'" + file + "' cannot be read: permission denied.",
                                "It has to be readable for the user who runs Maven."));
        assertThat(SourceProblems.unreadable(file, new IOException("Input/output error")))
                .isEqualTo(
                        diagnostic(
                                "asm-unreadable",
                                "'" + file + "' cannot be read: Input/output error.",
                                ""));
    }

    private static List<Diagnostic> inspect(Path path) {
        return Inspection.of(path, "", MemoryMap.ofKit()).problems();
    }
}
