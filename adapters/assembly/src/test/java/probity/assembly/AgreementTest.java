package probity.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.assembly.ElfBuilder.READ_WRITE;
import static probity.assembly.Miniature.NOP;
import static probity.assembly.Miniature.TEXT;
import static probity.assembly.Miniature.diagnostic;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementTest {
    @TempDir Path directory;
    private Miniature miniature;

    @BeforeEach
    void rightOne() {
        miniature = new Miniature(directory);
    }

    @Test
    void missing_symbols() {
        miniature.elf(Miniature.text().global("somebody_else", TEXT));
        assertThat(miniature.problems())
                .containsExactly(
                        diagnostic(
                                "missing-symbol",
                                "The trampolines define no symbol 'hook_entry', which stage 1 needs.",
                                "Define it, and make it global."),
                        diagnostic(
                                "missing-symbol",
                                "The trampolines define no symbol 'hook_return', which stage 1 needs.",
                                "Define it, and make it global; or correct kretprobe.stage."),
                        diagnostic(
                                "missing-symbol",
                                "The trampolines define no symbol 'kretprobe_trampoline', which stage 1 needs.",
                                "Define it, and make it global; or correct kretprobe.stage."));
    }

    @Test
    void a_local_symbol() {
        miniature.elf(
                Miniature.text()
                        .local("hook_entry", TEXT)
                        .global("hook_return", TEXT + 4)
                        .global("kretprobe_trampoline", TEXT + 8));
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "symbol-not-global",
                                "The symbol 'hook_entry' of the trampolines is not global.",
                                "Add '.global hook_entry'."));
    }

    @Test
    void a_misaligned_entry_point() {
        miniature.elf(
                Miniature.text()
                        .global("hook_entry", TEXT + 2)
                        .global("hook_return", TEXT + 4)
                        .global("kretprobe_trampoline", TEXT + 8));
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "entry-misaligned",
                                "The symbol 'hook_entry' of the trampolines is at 0xffff800081000002, which is not a"
                                        + " multiple of 4.",
                                "Instructions are aligned to 4 bytes: put '.balign 4' before the symbol."));
    }

    @Test
    void a_symbol_in_data() {
        miniature.elf(
                Miniature.text()
                        .segment(TEXT + 0x1000, READ_WRITE, NOP)
                        .global("hook_entry", TEXT + 0x1000)
                        .global("hook_return", TEXT + 4)
                        .global("kretprobe_trampoline", TEXT + 8));
        assertThat(miniature.problem().message())
                .isEqualTo(
                        "The symbol 'hook_entry' of the trampolines is at 0xffff800081001000, which is not in"
                                + " executable text.");
    }

    @Test
    void stage_3_with_a_kretprobe_trampoline() {
        miniature.replacing("kretprobe.stage = 1", "kretprobe.stage = 3");
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "symbol-at-wrong-stage",
                                "The trampolines define 'kretprobe_trampoline', which does not exist at stage 3.",
                                "At stage 3 nothing of kretprobe is left: remove it, or correct kretprobe.stage."));
    }

    @Test
    void stage_0_with_a_hook_return() {
        miniature.properties(
                "name=m\nkretprobe.stage=0\ncontext.policy=sparse\nentry.size=16\nentry.lr=0\nentry.pc=8\n");
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "symbol-at-wrong-stage",
                                "The trampolines define 'hook_return', which does not exist at stage 0.",
                                "At stage 0 there is no return hook beside kretprobe's: remove it, or correct"
                                        + " kretprobe.stage."));
    }

    @Test
    void a_brk_with_a_described_set() {
        miniature.adding("kretprobe.size = 272", "kretprobe.pc = 256");
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "kretprobe-layout-of-brk",
                                "candidate.properties describes the set that kretprobe_trampoline stores, but it is a"
                                        + " brk #7.",
                                "The exception stores a full set: delete kretprobe.size and the offsets after"
                                        + " kretprobe."));
    }

    @Test
    void a_hand_built_kretprobe_without_a_described_set() {
        miniature.elf(Miniature.handBuilt());
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "missing-property",
                                "The properties 'kretprobe.pc' and 'kretprobe.size' are missing from"
                                        + " candidate.properties.",
                                "kretprobe_trampoline has no brk #7, so it stores a set by hand, which has to be"
                                        + " described."));
    }

    @Test
    void a_brk_of_the_next_symbol_is_not_kretprobes() {
        miniature.elf(
                Miniature.text()
                        .global("hook_entry", TEXT)
                        .global("kretprobe_trampoline", TEXT + 4)
                        .global("hook_return", TEXT + 8));
        assertThat(miniature.problem().code()).isEqualTo("missing-property");
    }
}
