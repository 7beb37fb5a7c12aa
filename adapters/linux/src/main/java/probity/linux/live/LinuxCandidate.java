package probity.linux.live;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import probity.linux.agent.Agent;
import probity.linux.agent.SystemCallFailed;
import probity.linux.btf.Btf;
import probity.linux.guest.Guest;
import probity.linux.guest.GuestLost;
import probity.linux.guest.Watch;
import probity.spi.Action;
import probity.spi.AttachResult;
import probity.spi.Attached;
import probity.spi.Candidate;
import probity.spi.CandidateUnavailable;
import probity.spi.Description;
import probity.spi.Instance;
import probity.spi.MisuseException;
import probity.spi.Options;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Target;

/** A kernel that was booted and looked at. */
public final class LinuxCandidate implements Candidate {
    private static final String TRIAL = "trial";
    private static final int CASES = 10;

    private final Guests guests;
    private final List<Target> targets;
    private final Description description;
    private final CodeNames names = new CodeNames(this::kallsyms);

    private LinuxCandidate(Guests guests, List<Target> targets, Description description) {
        this.guests = guests;
        this.targets = List.copyOf(targets);
        this.description = description;
    }

    /**
     * Boots a kernel and finds out what it has.
     *
     * @param btf its type information
     * @param progress gets a line for each function that is no target, with the reason
     * @throws CandidateUnavailable if it lacks what the kit cannot do without
     */
    static LinuxCandidate survey(Guests guests, Btf btf, Consumer<String> progress)
            throws CandidateUnavailable {
        Loan loan = guests.take();
        Guest guest = loan.guest();
        try {
            Requirements.check(guest);
            Rig rig = loan.rig();
            LinuxCandidate candidate = guest.watching(() -> surveyed(guests, rig, btf, progress));
            if (candidate.targets.isEmpty()) {
                throw new CandidateUnavailable(LiveProblems.noTargets(List.of()));
            }
            loan.close();
            return candidate;
        } catch (SystemCallFailed failed) {
            loan.discard();
            throw new CandidateUnavailable(LiveProblems.notServed(failed.getMessage()));
        } catch (RuntimeException | CandidateUnavailable failed) {
            loan.discard();
            throw failed;
        }
    }

    private static LinuxCandidate surveyed(
            Guests guests, Rig rig, Btf btf, Consumer<String> progress) {
        Survey survey = new Survey(btf, rig);
        List<Target> targets = survey.targets();
        survey.leftOut().forEach(progress);
        Set<ProbeKind> offered = EnumSet.noneOf(ProbeKind.class);
        for (ProbeKind kind :
                List.of(
                        ProbeKind.MULTI,
                        ProbeKind.SESSION,
                        ProbeKind.FPROBE,
                        ProbeKind.KPROBE,
                        ProbeKind.KRETPROBE)) {
            if (offers(rig, trial(kind))) {
                offered.add(kind);
            }
        }
        rig.reset();
        String version = KernelVersion.of(rig.guest().calls(Agent.MAIN).uname());
        return new LinuxCandidate(guests, targets, Declaration.of(version, offered));
    }

    private static Probe trial(ProbeKind kind) {
        Probe bare = Probe.of(TRIAL, kind, KernelFunction.FIRST);
        Action look = new Action.Read("look", "sp");
        return switch (kind) {
            case KRETPROBE -> bare.onExit(look);
            case SESSION, FPROBE -> bare.onEntry(look).onExit(look);
            default -> bare.onEntry(look);
        };
    }

    /** Whether such a probe can be attached. */
    private static boolean offers(Rig rig, Probe probe) {
        AttachResult answer = rig.hooks().attach(probe);
        if (answer instanceof Attached) {
            rig.hooks().detach(probe.name());
        }
        return answer instanceof Attached;
    }

    @Override
    public String name() {
        return Declaration.NAME;
    }

    @Override
    public Description describe() {
        return description;
    }

    @Override
    public Instance start(Options options) {
        if (options == null) {
            throw new MisuseException("Null was given as options.");
        }
        Loan loan = taken();
        Guest guest = loan.guest();
        Watch watch = guest.watch();
        try {
            Rig rig = loan.rig();
            guest.watching(() -> rig.learn(targets).poison(options.poison()));
            return new LinuxInstance(loan, watch, targets);
        } catch (GuestLost gone) {
            loan.discard();
            throw watch.of(gone).died();
        } catch (RuntimeException failed) {
            loan.discard();
            throw failed;
        }
    }

    private Loan taken() {
        try {
            return guests.take();
        } catch (GuestLost none) {
            throw Watch.startless(none).died();
        }
    }

    /** A case attaches and detaches a dozen times, of which each takes some ten milliseconds. */
    @Override
    public int randomCases() {
        return CASES;
    }

    /** Each instance has a guest of its own. */
    @Override
    public int parallelism() {
        return guests.most();
    }

    @Override
    public Map<Long, String> names(Set<Long> addresses) {
        return names.of(addresses);
    }

    private String kallsyms() {
        Loan loan = taken();
        Guest guest = loan.guest();
        try {
            String text = guest.watching(() -> guest.calls(Agent.MAIN).readText("/proc/kallsyms"));
            loan.close();
            return text;
        } catch (RuntimeException unreadable) {
            loan.discard();
            throw unreadable;
        }
    }

    /** Ends all its guests. */
    @Override
    public void close() {
        guests.close();
    }
}
