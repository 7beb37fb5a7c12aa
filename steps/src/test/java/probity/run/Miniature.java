package probity.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import probity.spi.Architecture;
import probity.spi.AttachResult;
import probity.spi.Attached;
import probity.spi.Bytes;
import probity.spi.CallResult;
import probity.spi.Candidate;
import probity.spi.Capability;
import probity.spi.ContextPolicy;
import probity.spi.Counts;
import probity.spi.Description;
import probity.spi.Done;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Limits;
import probity.spi.MisuseException;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.RegisterSet;
import probity.spi.Role;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Stage;
import probity.spi.StepResult;
import probity.spi.Target;
import probity.spi.Unsaved;
import probity.spi.Walk;

/**
 * The smallest candidate there is: it hooks nothing, and each of its functions has one way to
 * misbehave, after which it is named. Also the base of those that differ in one answer.
 */
public class Miniature implements Candidate {
    /** What a call of each function does. */
    private static final Map<String, Runnable> FUNCTIONS =
            Map.ofEntries(
                    Map.entry("leaf", () -> {}),
                    Map.entry("traps", () -> {}),
                    Map.entry("throws", Miniature::fail),
                    Map.entry("misuse", Miniature::complain),
                    Map.entry("null_record", () -> new Walk(null)),
                    Map.entry("hangs", Miniature::hang),
                    Map.entry("overflows", Miniature::overflow),
                    Map.entry("exhausts", Miniature::exhaust),
                    Map.entry("exits", () -> System.exit(0)),
                    Map.entry("dies", Miniature::die));

    private static final long CODE = 0xffff_8000_0801_0000L;
    private static final int SIZE = 64;

    @Override
    public String name() {
        return "miniature";
    }

    @Override
    public Description describe() {
        RegisterSet set = RegisterSet.populated(SetKind.LIGHT, List.of("x0", "sp", "pc"));
        return new Description(
                "miniature",
                "1",
                Architecture.ARM64,
                capabilities(),
                Map.of(ProbeKind.FPROBE, Map.of(Side.ENTRY, set)),
                ContextPolicy.SPARSE,
                Unsaved.ZERO,
                Stage.COEXISTING,
                List.of("systemtap"),
                new Limits(64, 8, 4, 32));
    }

    /** What is declared; nothing by default. */
    protected Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public Instance start(Options options) {
        return new MiniatureInstance();
    }

    private static void fail() {
        throw new UnsupportedOperationException("not today");
    }

    private static void complain() {
        throw new MisuseException("There is no function named 'misuse'.");
    }

    private static void hang() {
        while (true) {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                // ignored on purpose
            }
        }
    }

    private static void overflow() {
        overflow();
    }

    private static void exhaust() {
        List<long[]> hoard = new ArrayList<>();
        while (true) {
            hoard.add(new long[Integer.MAX_VALUE - 8]);
        }
    }

    private static void die() {
        throw new ThreadDeath();
    }

    /** What a plan of these steps shows. */
    protected Execution execution(List<StepResult> results) {
        return new Execution(results, List.of(), List.of(), List.of(), List.of());
    }

    /** An instance that calls functions and does nothing else. */
    protected class MiniatureInstance implements Instance {
        @Override
        public List<Target> targets() {
            return FUNCTIONS.keySet().stream().sorted().map(Miniature::target).toList();
        }

        @Override
        public AttachResult attach(Probe probe) {
            return new Attached(Optional.empty());
        }

        @Override
        public Execution run(Plan plan) {
            List<StepResult> results = new ArrayList<>();
            for (Plan.Step step : plan.steps()) {
                results.add(step(step));
            }
            return execution(results);
        }

        private StepResult step(Plan.Step step) {
            if (step instanceof Plan.Attach attach) {
                return attach(attach.probe());
            }
            if (!(step instanceof Plan.Call call)) {
                return new Done();
            }
            if (call.function().equals("traps")) {
                List<String> trace = List.of("ffff800008010000: str x0, [xzr]");
                return new CallResult(
                        Ending.TRAP, Optional.empty(), Bytes.none(), "Fault at 0x0.", trace);
            }
            FUNCTIONS.get(call.function()).run();
            return new CallResult(
                    Ending.RETURNED,
                    Optional.of(RegisterFile.empty(Architecture.ARM64)),
                    Bytes.none(),
                    "",
                    List.of());
        }

        @Override
        public Bytes code(String function) {
            return Bytes.none();
        }

        @Override
        public Set<String> symbols() {
            return Set.of();
        }

        @Override
        public Counts counts(String probe) {
            OptionalLong unknown = OptionalLong.empty();
            return new Counts(unknown, unknown, unknown, unknown, unknown, unknown);
        }

        @Override
        public void close() {}
    }

    private static Target target(String name) {
        return new Target(
                name,
                name.equals("leaf") ? Role.LEAF : Role.PLAIN,
                CODE,
                SIZE,
                CODE,
                CODE + 4,
                CODE + 8,
                List.of(),
                List.of(),
                0,
                0,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** A call of one of its functions. */
    public static Plan call(String function) {
        return Plan.of(
                new Plan.Call(0, 0, function, RegisterFile.empty(Architecture.ARM64), List.of()));
    }
}
