package probity.reference;

import java.util.List;
import probity.spi.Architecture;
import probity.spi.RegisterFile;
import probity.spi.Sample;

/** {@code perf_event_output}: makes a sample, of the context alone. */
public class PerfOutput {
    private static final long MODE = 0xf;

    /**
     * The sample.
     *
     * @param context what was handed in
     * @param stack a walk from that context
     * @param registers the mask of PERF_SAMPLE_REGS_INTR
     */
    public Sample sample(Context context, List<Long> stack, List<String> registers) {
        boolean user = (context.field("pstate") & MODE) == 0;
        RegisterFile.Builder file = RegisterFile.builder(Architecture.ARM64);
        registers.forEach(register -> file.set(register, context.field(register)));
        return new Sample(
                user ? Sample.Mode.USER : Sample.Mode.KERNEL,
                context.field("pc"),
                user ? List.of() : stack, // the user stack of a kernel task is empty
                file.build());
    }
}
