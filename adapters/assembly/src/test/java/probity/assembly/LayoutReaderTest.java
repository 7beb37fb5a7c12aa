package probity.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.assembly.Miniature.diagnostic;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.spi.Diagnostic;

class LayoutReaderTest {
    @TempDir Path directory;
    private Miniature miniature;

    @BeforeEach
    void rightOne() {
        miniature = new Miniature(directory);
    }

    @Test
    void bad_numbers() {
        miniature.adding(
                "entry.x1 = -8", "entry.x2 = eight", "entry.x3 = 0x", "entry.x4 = 4294967296");
        assertThat(miniature.problems())
                .hasSize(4)
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo("bad-number"))
                .startsWith(
                        diagnostic(
                                "bad-number",
                                "Line 10 of candidate.properties sets 'entry.x1' to '-8', which is not a number of"
                                        + " bytes.",
                                "Write decimal digits, or hexadecimal ones after 0x."));
    }

    @Test
    void bad_size() {
        miniature.replacing("entry.size = 112", "entry.size = 100");
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "bad-size",
                                "Line 4 of candidate.properties sets 'entry.size' to 100, which is not a positive"
                                        + " multiple of 8 up to 4096.",
                                "It is the size of the register set, not that of the whole frame."));
    }

    @Test
    void offset_outside_the_set() {
        miniature.adding("entry.sp = 112");
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "offset-outside-set",
                                "Line 10 of candidate.properties puts 'entry.sp' at offset 112, but its 8 bytes do"
                                        + " not fit into a set of 112 bytes.",
                                "Correct the offset, or 'entry.size'."));
    }

    @Test
    void misaligned_offset() {
        miniature.adding("entry.sp = 0x61");
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "offset-misaligned",
                                "Line 10 of candidate.properties puts 'entry.sp' at offset 0x61, which is not a"
                                        + " multiple of 8.",
                                "Each field is a 64-bit register; offsets are in bytes."));
    }

    @Test
    void overlapping_offsets() {
        miniature.adding("entry.sp = 88");
        assertThat(miniature.problem())
                .isEqualTo(
                        diagnostic(
                                "offset-overlap",
                                "'entry.lr' (line 6) and 'entry.sp' (line 10) of candidate.properties are both at"
                                        + " offset 88.",
                                "Delete the line of a register that is not stored: it is then declared"
                                        + " unpopulated."));
    }

    @Test
    void the_same_offset_in_two_sets_is_right() {
        miniature.adding("return.x0 = 8", "return.x1 = 0");
        assertThat(miniature.problems()).isEmpty(); // for SYM-01 to judge, not to refuse
    }

    @Test
    void a_return_set_at_stage_0() {
        miniature
                .replacing("kretprobe.stage = 1", "kretprobe.stage = 0")
                .elf(
                        Miniature.text()
                                .global("hook_entry", Miniature.TEXT)
                                .global("kretprobe_trampoline", Miniature.TEXT + 8));
        assertThat(miniature.problem())
                .isEqualTo(
                        new Diagnostic(
                                "layout-without-symbol",
                                "candidate.properties describes the set of hook_return, but there is none at stage 0.",
                                List.of(
                                        "Line 8 of candidate.properties sets 'return.size'.",
                                        "Line 9 of candidate.properties sets 'return.pc'."),
                                "Delete these lines, or correct kretprobe.stage."));
    }

    @Test
    void a_kretprobe_set_at_stage_3() {
        miniature
                .properties(
                        "name=m\nkretprobe.stage=3\ncontext.policy=sparse\nentry.size=16\nentry.lr=0\nentry.pc=8\n"
                                + "return.size=8\nreturn.pc=0\nkretprobe.x0=0\n")
                .elf(
                        Miniature.text()
                                .global("hook_entry", Miniature.TEXT)
                                .global("hook_return", Miniature.TEXT + 4));
        assertThat(miniature.problem())
                .isEqualTo(
                        new Diagnostic(
                                "layout-without-symbol",
                                "candidate.properties describes the set of kretprobe_trampoline, but there is none at"
                                        + " stage 3.",
                                List.of("Line 9 of candidate.properties sets 'kretprobe.x0'."),
                                "Delete these lines, or correct kretprobe.stage."));
    }

    @Test
    void policy_full_with_registers_missing() {
        miniature.replacing("context.policy = sparse", "context.policy = full");
        assertThat(miniature.problems())
                .extracting(Diagnostic::code)
                .containsExactly("policy-not-served", "policy-not-served");
        assertThat(miniature.problems().get(0).message())
                .startsWith(
                        "context.policy is full, but candidate.properties gives no offset in the set of"
                                + " hook_entry to: entry.x1, entry.x2,")
                .endsWith("entry.fp, entry.sp, entry.pstate.");
        assertThat(miniature.problems().get(1).message()).contains("hook_return", "return.x9,");
        assertThat(miniature.problems().get(1).hint())
                .isEqualTo("Store and declare them all, or choose sparse, relocated or denied.");
    }

    @Test
    void policy_full_with_a_register_misspelt() {
        StringBuilder lines = new StringBuilder("name=m\nkretprobe.stage=0\ncontext.policy=full\n");
        int offset = 0;
        for (String register : SetName.REGISTERS.keySet()) {
            lines.append("entry.").append(register).append('=').append(offset).append('\n');
            offset += 8;
        }
        lines.append("entry.size=").append(offset).append('\n');
        miniature
                .properties(lines.toString().replace("pstate", "pstat"))
                .elf(
                        Miniature.text()
                                .global("hook_entry", Miniature.TEXT)
                                .global("kretprobe_trampoline", Miniature.TEXT + 8));
        assertThat(miniature.problem().hint()).isEqualTo("Did you mean 'entry.pstate'?");
    }

    @Test
    void missing_entry_lr_pc_and_size() {
        miniature.properties(
                "name=m\nkretprobe.stage=1\ncontext.policy=sparse\nreturn.size=8\nreturn.pc=0\n");
        assertThat(miniature.problems())
                .containsExactly(
                        diagnostic(
                                "missing-property",
                                "The property 'entry.lr' is missing from candidate.properties.",
                                "It is the offset of x30 in the set of hook_entry; the core hooks returns there."),
                        diagnostic(
                                "missing-property",
                                "The property 'entry.pc' is missing from candidate.properties.",
                                "It is the offset of pc in the set of hook_entry; the core may redirect there."),
                        diagnostic(
                                "missing-property",
                                "The property 'entry.size' is missing from candidate.properties.",
                                "It is the size in bytes of the register set that hook_entry stores."));
    }

    @Test
    void missing_return_pc_and_size_from_stage_1_on() {
        miniature.properties(
                "name=m\nkretprobe.stage=1\ncontext.policy=sparse\nentry.size=16\nentry.lr=0\nentry.pc=8\n");
        assertThat(miniature.problems())
                .extracting(Diagnostic::message)
                .containsExactly(
                        "The property 'return.pc' is missing from candidate.properties.",
                        "The property 'return.size' is missing from candidate.properties.");
    }

    @Test
    void missing_kretprobe_pc_and_size_of_a_described_set() {
        miniature.adding("kretprobe.x0 = 0").elf(Miniature.handBuilt());
        assertThat(miniature.problems())
                .extracting(Diagnostic::message)
                .containsExactly(
                        "The property 'kretprobe.pc' is missing from candidate.properties.",
                        "The property 'kretprobe.size' is missing from candidate.properties.");
    }
}
