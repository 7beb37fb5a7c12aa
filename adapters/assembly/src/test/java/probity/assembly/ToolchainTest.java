package probity.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.reference.ElfImage;
import probity.spi.Diagnostic;

/** With the real assembler and linker, which the profile {@code toolchain} says are there. */
@Tag("toolchain")
class ToolchainTest {
    private static final String THREE =
            """
            	.text
            	.global	hook_entry, hook_return, kretprobe_trampoline
            hook_entry:
            	bl	hook_entry_handler
            hook_return:
            	bl	hook_return_handler
            kretprobe_trampoline:
            	brk	#7
            """;

    @TempDir Path directory;

    @Test
    void the_example_is_what_the_committed_executable_was_linked_from() throws IOException {
        ElfImage built = ElfImage.parse(inspect(Examples.SOURCE).elf());
        ElfImage committed =
                ElfImage.parse(
                        Files.readAllBytes(Examples.EXECUTABLE.resolve(Inspection.EXECUTABLE)));
        assertThat(built.segments())
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(committed.segments());
        assertThat(built.symbols()).isEqualTo(committed.symbols());
    }

    @Test
    void data_of_all_kinds_is_loaded() {
        Inspection inspection =
                new Miniature(directory)
                        .source(
                                THREE
                                        + """
                                        	.section .rodata
                                        	.8byte	1
                                        	.data
                                        	.8byte	2
                                        	.bss
                                        	.zero	64
                                        """)
                        .inspection(path());
        assertThat(inspection.problems()).isEmpty();
        assertThat(ElfImage.parse(inspection.elf()).segments())
                .extracting(ElfImage.Segment::size)
                .containsExactly(12L, 8L, 16L + 64L);
    }

    @Test
    void an_include_of_the_directory_is_found() {
        Miniature miniature =
                new Miniature(directory)
                        .file("frame.inc", "\t.equ SIZE, 112\n".getBytes())
                        .source("\t.include \"frame.inc\"\n" + THREE + "\tsub\tsp, sp, #SIZE\n");
        assertThat(miniature.problems(path())).isEmpty();
    }

    @Test
    void an_assembler_error_has_its_line() {
        assertThat(errors(THREE + "\tsotre\tx0, [sp]\n"))
                .extracting(Diagnostic::message)
                .containsExactly("aarch64-linux-gnu-as could not assemble trampolines.S.");
        assertThat(errors(THREE + "\tsotre\tx0, [sp]\n"))
                .flatExtracting(Diagnostic::causes)
                .singleElement()
                .asString()
                .startsWith("trampolines.S:9: Error: unknown mnemonic");
    }

    @Test
    void a_linker_error_has_its_line() {
        assertThat(errors(THREE + "\tbl\thook_entry_handlr\n"))
                .extracting(Diagnostic::code)
                .containsExactly("linker-error");
        assertThat(errors(THREE + "\tbl\thook_entry_handlr\n"))
                .flatExtracting(Diagnostic::causes)
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .contains(
                                                "trampolines.S:9",
                                                "undefined reference to `hook_entry_handlr'"));
    }

    private List<Diagnostic> errors(String source) {
        return new Miniature(directory).source(source).problems(path());
    }

    private static Inspection inspect(Path example) {
        Inspection inspection = Inspection.of(example, path(), MemoryMap.ofKit());
        assertThat(inspection.problems()).isEmpty();
        return inspection;
    }

    private static String path() {
        return System.getenv("PATH");
    }
}
