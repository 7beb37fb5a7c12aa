package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.reference.Rig.call;
import static probity.reference.Rig.fprobe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import probity.spi.CallResult;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Irregularity;

/** Trampolines that are wrong in one instruction: what is said of them. */
class TrampolineMonitorTest {
    private static final int SUB_SP_144 = 0xd102_43ff;
    private static final int SUB_SP_64 = 0xd101_03ff;
    private static final int SUB_SP_136 = 0xd102_23ff;
    private static final int ADD_SP_144 = 0x9102_43ff;
    private static final int ADD_SP_64 = 0x9101_03ff;
    private static final int MOV_X0_SP = 0x9100_03e0;
    private static final int MOV_X0_ZERO = 0xaa1f_03e0;
    private static final int MOV_X30_X0 = 0xaa00_03fe;
    private static final int MOV_X30_X1 = 0xaa01_03fe;
    private static final int UDF = 0;

    /** A hooked call of a leaf with the default trampolines, words of them replaced. */
    private static Execution run(int... replacements) {
        Trampolines right = Designs.trampolines(Design.DEFAULT);
        ElfImage.Segment text = right.image().segments().get(0);
        ByteBuffer code = ByteBuffer.wrap(text.content().clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < replacements.length; i += 2) {
            int at = 0;
            while (code.getInt(at) != replacements[i]) {
                at += 4;
            }
            code.putInt(at, replacements[i + 1]);
        }
        ElfImage.Segment changed =
                new ElfImage.Segment(text.address(), text.size(), code.array(), text.permissions());
        ElfImage image = new ElfImage(List.of(changed), right.image().symbols());
        Trampolines wrong = new Trampolines(image, right.entry(), right.exit(), right.kretprobe());
        EmulatedCandidate candidate =
                new EmulatedCandidate("wrong", Designs.declaration(Design.DEFAULT, wrong));
        try (Rig rig = Rig.of(candidate)) {
            rig.attach(fprobe("p", "leaf"));
            return rig.run(call("leaf", 1));
        }
    }

    @Test
    void aFrameThatIsTooSmallWritesIntoTheCallers() {
        Execution execution = run(SUB_SP_144, SUB_SP_64, ADD_SP_144, ADD_SP_64);

        assertThat(execution.irregularities()).isNotEmpty();
        Irregularity first = execution.irregularities().get(0);
        assertThat(first.kind()).isEqualTo(Irregularity.Kind.STACK_WRITE);
        assertThat(first.text())
                .matches(
                        "hook_entry\\+0x1c/0x6c writes 8 bytes at 0x[0-9a-f]+, above the sp it was"
                                + " reached with \\(0x[0-9a-f]+\\)\\.");
    }

    @Test
    void aMisalignedStackPointerIsAnIrregularityAndATrap() {
        Execution execution = run(SUB_SP_144, SUB_SP_136);

        CallResult result = Rig.result(execution, 0);
        assertThat(result.ending()).isEqualTo(Ending.TRAP);
        assertThat(result.detail()).contains("no multiple of 16", "hook_entry+0xc/0x6c");
        assertThat(result.trace()).isNotEmpty().allMatch(line -> line.contains("cpu0"));
        assertThat(execution.irregularities())
                .anyMatch(found -> found.kind() == Irregularity.Kind.MISALIGNED_SP);
    }

    @Test
    void aSetThatIsNoneIsATrap() {
        Execution execution = run(MOV_X0_SP, MOV_X0_ZERO);

        assertThat(Rig.result(execution, 0).ending()).isEqualTo(Ending.TRAP);
        assertThat(Rig.result(execution, 0).detail()).contains("hits no mapped memory");
        assertThat(execution.events()).hasSize(1);
    }

    @Test
    void aWrongContinuationIsATrap() {
        Execution execution = run(MOV_X30_X0, MOV_X30_X1);

        assertThat(Rig.result(execution, 0).ending()).isEqualTo(Ending.TRAP);
        assertThat(Rig.order(execution)).isEqualTo("><");
    }

    @Test
    void anUnknownInstructionIsATrap() {
        Execution execution = run(SUB_SP_144, UDF);

        assertThat(Rig.result(execution, 0).ending()).isEqualTo(Ending.TRAP);
        assertThat(Rig.result(execution, 0).detail()).contains("hook_entry+0x8/0x6c");
    }
}
