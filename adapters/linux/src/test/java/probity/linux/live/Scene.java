package probity.linux.live;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import probity.linux.agent.Agent;
import probity.linux.agent.SystemCalls;
import probity.linux.tracefs.KernelSymbol;
import probity.linux.tracefs.ProbeEvent;
import probity.linux.tracefs.SymbolTable;
import probity.spi.Attached;
import probity.spi.Bytes;
import probity.spi.CandidateUnavailable;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Role;
import probity.spi.Side;
import probity.spi.StepResult;
import probity.spi.Target;

/** A kernel whose functions are called under the eyes of programs, or of a second observer. */
final class Scene implements AutoCloseable {
    private static final String KERNELS = "probity.linux.kernels";

    /** The newest, and one of a long-term series, which the archive has for a while. */
    private static final String DEFAULT =
            "debian/trixie-backports,debian/trixie-backports/linux-image-6.18*-cloud-arm64";

    private static final String GONE = "apt-no-package";
    private static final int INSTRUCTION = 4;

    /** No function is longer, in bytes. */
    private static final long LONGEST = 16 << 10;

    private final Workshop workshop;
    private final Instance instance;
    private final SystemCalls calls;
    private final Witness witness;
    private final SymbolTable symbols;

    /** The kernels that the second observer is told to look at. */
    static Stream<String> addresses() {
        return Stream.of(System.getProperty(KERNELS, DEFAULT).split(","));
    }

    /** Whether somebody asks for these kernels. */
    static boolean isNamed() {
        return System.getProperty(KERNELS) != null;
    }

    /** The kernel at an address. */
    Scene(String address) throws Exception {
        workshop = workshop(address);
        instance = workshop.candidate().start(Options.defaults());
        calls = workshop.guest().calls(Agent.MAIN);
        witness = new Witness(calls);
        symbols =
                new SymbolTable(
                        calls.readText("/proc/kallsyms")
                                .lines()
                                .map(KernelSymbol::parse)
                                .filter(KernelSymbol::isCode)
                                .toList());
        // what the first call of a target has to set up may call it, too
        instance.targets().forEach(target -> programs(target));
    }

    /** That the archive has a kernel no more is a reason to skip it, unless somebody names it. */
    private static Workshop workshop(String address) throws Exception {
        try {
            return new Workshop(address);
        } catch (CandidateUnavailable unavailable) {
            assumeTrue(
                    isNamed() || !unavailable.diagnostic().code().equals(GONE),
                    unavailable.diagnostic().message());
            throw unavailable;
        }
    }

    /** The kernel's exact version. */
    String release() {
        return calls.uname().get(2);
    }

    /** Whether the kernel has programs at the exit of functions. */
    boolean hasExits() {
        return workshop.candidate().describe().offers(ProbeKind.MULTI, Side.EXIT);
    }

    /** Whether the kernel has events on fprobes. */
    boolean hasFprobeEvents() {
        return workshop.candidate().describe().offers(ProbeKind.FPROBE, Side.EXIT);
    }

    Agent agent() {
        return workshop.guest().agent();
    }

    SystemCalls calls() {
        return calls;
    }

    /**
     * Whether this is one of the versions whose contexts say that they are a user's: from 6.14, the
     * first with programs on arm64, until the fix in 6.18.
     */
    boolean hasModelessContext() {
        return release().matches("6\\.1[4-7]\\..*");
    }

    /** The first target of a role, which every kernel has. */
    Target target(Role role) {
        return find(role).orElseThrow();
    }

    /** The first target of a role, if this kernel has one. */
    Optional<Target> find(Role role) {
        return instance.targets().stream().filter(each -> each.role() == role).findFirst();
    }

    /** An address in code as {@code symbol+0xoffset}; empty for any other. */
    String name(long address) {
        return symbols.find(address)
                .filter(symbol -> address - symbol.address() < LONGEST)
                .map(symbol -> symbols.describe(address))
                .orElse("");
    }

    /** Addresses, a line each. */
    void tell(Evidence evidence, List<Long> frames) {
        frames.forEach(frame -> evidence.say("    0x%x %s", frame, name(frame)));
    }

    /** Where a target returns to, by the link register at its first instruction. */
    static long returnAddress(Target target) {
        return target.fixedArguments().orElseThrow().get("x30");
    }

    /** A kprobe on the instruction to which a target returns. */
    ProbeEvent atReturn(Target target, String... registers) {
        return Witness.event(
                ProbeEvent.Kind.KPROBE, "returned", name(returnAddress(target)), registers);
    }

    /** A kprobe on the last instruction of a target, which is its {@code ret}. */
    ProbeEvent atLastInstruction(Target target, String... registers) {
        String last = "%s+0x%x".formatted(target.name(), target.size() - INSTRUCTION);
        return Witness.event(ProbeEvent.Kind.KPROBE, "leaving", last, registers);
    }

    /** A target's bytes as they are now. */
    Bytes code(Target target) {
        return instance.code(target.name());
    }

    /** What programs see of a call, in the order in which their probes are given. */
    List<Event> programs(Target target, Probe... probes) {
        List<Plan.Step> steps = new ArrayList<>();
        for (Probe probe : probes) {
            steps.add(new Plan.Attach(probe));
        }
        RegisterFile arguments = target.fixedArguments().orElseThrow();
        steps.add(new Plan.Call(0, 0, target.name(), arguments, List.of()));
        for (Probe probe : probes) {
            steps.add(new Plan.Detach(probe.name()));
        }
        Execution execution = instance.run(Plan.of(steps.toArray(Plan.Step[]::new)));
        for (int i = 0; i < probes.length; i++) {
            StepResult answer = execution.steps().get(i);
            if (!(answer instanceof Attached)) {
                throw new IllegalStateException(probes[i] + ": " + answer);
            }
        }
        return execution.events();
    }

    /**
     * What the second observer sees of a call.
     *
     * @throws IllegalStateException if it sees something else the next time
     */
    List<Traced> witnessed(Target target, ProbeEvent... events) {
        List<Traced> seen = witness.during(() -> programs(target), List.of(events));
        List<Traced> again = witness.during(() -> programs(target), List.of(events));
        if (!again.equals(seen)) {
            throw new IllegalStateException(
                    "The second observer saw %s, and then %s."
                            .formatted(lines(seen), lines(again)));
        }
        return seen;
    }

    private static List<String> lines(List<Traced> hits) {
        return hits.stream().map(Traced::line).toList();
    }

    /** What a program sees of a call while the second observer's events are there, too. */
    List<Event> programsBeside(ProbeEvent event, Target target, Probe... probes) {
        List<Event> seen = new ArrayList<>();
        witness.during(() -> seen.addAll(programs(target, probes)), List.of(event));
        return seen;
    }

    @Override
    public void close() {
        instance.close();
        workshop.close();
    }
}
