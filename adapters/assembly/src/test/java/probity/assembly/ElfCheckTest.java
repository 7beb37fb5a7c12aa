package probity.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.assembly.ElfBuilder.READ_EXECUTE;
import static probity.assembly.ElfBuilder.READ_WRITE;
import static probity.assembly.Miniature.BRK_7;
import static probity.assembly.Miniature.LINK;
import static probity.assembly.Miniature.NOP;
import static probity.assembly.Miniature.TEXT;
import static probity.assembly.Miniature.diagnostic;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElfCheckTest {
    @TempDir Path directory;
    private Miniature miniature;

    @BeforeEach
    void rightOne() {
        miniature = new Miniature(directory);
    }

    @Test
    void a_right_file_has_no_problem() {
        assertThat(miniature.problems()).isEmpty();
    }

    @Test
    void data_beside_the_text_is_right() {
        miniature.elf(
                Miniature.image()
                        .segment(TEXT + 0x1000, 4, 1, 2)
                        .segment(1, TEXT + 0x2000, READ_WRITE, 4096, 3));
        assertThat(miniature.problems()).isEmpty();
    }

    @Test
    void no_text() {
        miniature.elf(
                new ElfBuilder()
                        .segment(TEXT, READ_WRITE, NOP, NOP, BRK_7)
                        .global("hook_entry", TEXT)
                        .global("hook_return", TEXT + 4)
                        .global("kretprobe_trampoline", TEXT + 8));
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "elf-no-text",
                                "The trampolines have no executable segment.",
                                "Put the code into .text, and that into a segment that may be"
                                        + " executed."));
    }

    @Test
    void writable_text() {
        miniature.elf(
                new ElfBuilder()
                        .segment(TEXT, 7, NOP, NOP, BRK_7)
                        .global("hook_entry", TEXT)
                        .global("hook_return", TEXT + 4)
                        .global("kretprobe_trampoline", TEXT + 8));
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "writable-text",
                                "The executable segment at 0xffff800081000000 of trampolines.elf is writable.",
                                "Put data into .data or .bss, and link without -N. " + LINK));
    }

    @Test
    void text_out_of_reach() {
        miniature.elf(at(0xffff_8000_8800_0000L));
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "text-out-of-reach",
                                "The text at 0xffff800088000000 of trampolines.elf is not within 128 MiB of %s."
                                        .formatted(MemoryMap.ofKit().targets()),
                                "A bl reaches no further. " + LINK));
        for (long far : new long[] {0x400000L, 0xffff_8000_7800_0000L, 0x7fff_8000_8000_0000L}) {
            assertThat(miniature.elf(at(far)).problem().code()).isEqualTo("text-out-of-reach");
        }
    }

    @Test
    void text_out_of_reach_and_on_top_of_something_is_out_of_reach() {
        miniature.elf(at(0xffff_8000_9900_0000L)); // among the stacks
        assertThat(miniature.problem().code()).isEqualTo("text-out-of-reach");
    }

    @Test
    void text_just_within_reach() {
        miniature.elf(at(MemoryMap.ofKit().targets().end() - (128 << 20)));
        assertThat(miniature.problems()).isEmpty();
    }

    @Test
    void text_on_top_of_the_targets() {
        miniature.elf(at(0xffff_8000_8000_0000L));
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "region-overlap",
                                "The segment at 0xffff800080000000–0xffff80008000000b of trampolines.elf overlaps %s."
                                        .formatted(MemoryMap.ofKit().taken().get(0)),
                                LINK));
    }

    @Test
    void data_on_top_of_the_kits_own_memory() {
        miniature.elf(Miniature.image().segment(0xffff_8000_8110_0000L, READ_WRITE, 1));
        assertThat(miniature.problem().message())
                .startsWith(
                        "The segment at 0xffff800081100000–0xffff800081100003 of trampolines.elf overlaps the"
                                + " handlers (0xffff800081100000");
    }

    @Test
    void a_segment_too_large() {
        miniature.elf(Miniature.image().segment(1, TEXT + 0x1000, READ_WRITE, 1L << 40, 1));
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "segment-too-large",
                                "The segment at 0xffff800081001000 of trampolines.elf has 0x10000000000 bytes; at"
                                        + " most 0x100000 can be loaded.",
                                "Trampolines take a few hundred bytes; look for a misplaced .org or .bss."));
    }

    @Test
    void a_segment_smaller_than_its_content() {
        miniature.elf(Miniature.image().segment(1, TEXT + 0x1000, READ_WRITE, 4, 1, 2));
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "elf-malformed",
                                "The segment at 0xffff800081001000 of trampolines.elf has 8 bytes in the file, but"
                                        + " only 4 in memory.",
                                "Link it again. " + LINK));
    }

    @Test
    void segments_that_share_a_page() {
        miniature.elf(Miniature.image().segment(TEXT + 0x800, READ_WRITE, 1));
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "shared-page",
                                "The segments at 0xffff800081000000 and 0xffff800081000800 of trampolines.elf share a"
                                        + " page of 4096 bytes.",
                                LINK));
    }

    @Test
    void a_trampoline_that_is_named_and_left_undefined_is_missing() {
        miniature.elf(
                Miniature.text()
                        .undefined("hook_entry")
                        .global("hook_return", TEXT + 4)
                        .global("kretprobe_trampoline", TEXT + 8));
        assertThat(miniature.problem().code()).isEqualTo("missing-symbol");
    }

    @Test
    void undefined_symbols() {
        miniature.elf(Miniature.image().undefined("hook_entry_handlr").undefined("memcpy"));
        assertThat(miniature.problems())
                .hasSize(2)
                .startsWith(
                        diagnostic(
                                "undefined-symbol",
                                "trampolines.elf leaves the symbol 'hook_entry_handlr' undefined.",
                                "Nothing is linked to it later; the handlers' addresses come from the linker script. "
                                        + LINK));
    }

    @Test
    void a_handler_elsewhere() {
        miniature.elf(Miniature.image().global("hook_return_handler", TEXT + 12));
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "handler-elsewhere",
                                "trampolines.elf has 'hook_return_handler' at 0xffff80008100000c, but it is at"
                                        + " 0xffff800081100100.",
                                LINK));
    }

    private static ElfBuilder at(long address) {
        return new ElfBuilder()
                .segment(address, READ_EXECUTE, NOP, NOP, BRK_7)
                .global("hook_entry", address)
                .global("hook_return", address + 4)
                .global("kretprobe_trampoline", address + 8);
    }
}
