package probity.linux.live;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import probity.linux.agent.Agent;
import probity.linux.agent.SystemCallFailed;
import probity.linux.agent.SystemCalls;
import probity.linux.bpf.handler.SessionCalls;
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

    private final Guests guests;
    private final int trigger;
    private final Optional<SessionCalls> session;
    private final List<Target> targets;
    private final Description description;

    private LinuxCandidate(
            Guests guests,
            int trigger,
            Optional<SessionCalls> session,
            List<Target> targets,
            Description description) {
        this.guests = guests;
        this.trigger = trigger;
        this.session = session;
        this.targets = List.copyOf(targets);
        this.description = description;
    }

    /**
     * Boots a kernel and finds out what it has.
     *
     * @param origin where it comes from, for people
     * @param btf its type information
     * @param progress gets a line for each function that is no target, with the reason
     * @throws CandidateUnavailable if it lacks what the kit cannot do without
     */
    static LinuxCandidate survey(Guests guests, String origin, Btf btf, Consumer<String> progress)
            throws CandidateUnavailable {
        int trigger =
                btf.function(KernelFunction.FIRST)
                        .orElseThrow(
                                () -> new CandidateUnavailable(LiveProblems.noTargets(List.of())))
                        .id();
        Optional<SessionCalls> session = SessionCalls.of(btf);
        Loan loan = guests.take();
        Guest guest = loan.guest();
        try {
            Requirements.check(guest);
            LinuxCandidate candidate =
                    guest.watching(
                            () -> surveyed(guests, guest, origin, btf, progress, trigger, session));
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
            Guests guests,
            Guest guest,
            String origin,
            Btf btf,
            Consumer<String> progress,
            int trigger,
            Optional<SessionCalls> session) {
        String release = guest.calls(Agent.MAIN).uname().get(2);
        try (Rig rig = new Rig(guest, guests.options().smp(), trigger, session)) {
            Survey survey = new Survey(guest, btf, rig);
            List<Target> targets = survey.targets();
            survey.leftOut().forEach(progress);
            Set<ProbeKind> offered = EnumSet.noneOf(ProbeKind.class);
            for (ProbeKind kind :
                    List.of(
                            ProbeKind.MULTI,
                            ProbeKind.SESSION,
                            ProbeKind.KPROBE,
                            ProbeKind.KRETPROBE)) {
                if (offers(rig, trial(kind))) {
                    offered.add(kind);
                }
            }
            Description description =
                    Declaration.of("linux " + origin, release, offered, hasCore(guest));
            return new LinuxCandidate(guests, trigger, session, targets, description);
        }
    }

    private static Probe trial(ProbeKind kind) {
        Probe bare = Probe.of(TRIAL, kind, KernelFunction.FIRST);
        Action look = new Action.Read("look", "sp");
        return switch (kind) {
            case KRETPROBE -> bare.onExit(look);
            case SESSION -> bare.onEntry(look).onExit(look);
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

    private static boolean hasCore(Guest guest) {
        SystemCalls calls = guest.calls(Agent.MAIN);
        try {
            calls.close(calls.open(KernelText.FILE, SystemCalls.O_RDONLY));
            return true;
        } catch (SystemCallFailed none) {
            return false;
        }
    }

    @Override
    public String name() {
        return "linux";
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
            Rig rig =
                    guest.watching(() -> new Rig(guest, guests.options().smp(), trigger, session));
            return new LinuxInstance(loan, watch, rig, targets);
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

    /** Ends all its guests. */
    @Override
    public void close() {
        guests.close();
    }
}
