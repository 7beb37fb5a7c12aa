package probity.linux.live;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import probity.linux.guest.Guest;
import probity.linux.guest.GuestLost;
import probity.linux.guest.Mishap;
import probity.linux.guest.Watch;
import probity.spi.AttachResult;
import probity.spi.Bytes;
import probity.spi.Counts;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.MisuseException;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.Target;

/** A guest in use: what is attached here is gone when it is closed. */
final class LinuxInstance implements Instance {
    private final Loan loan;
    private final Guest guest;
    private final Rig rig;
    private final List<Target> targets;
    private final Tallies tallies;

    /** From the last complaint on: what a kernel prints late is missed by no call. */
    private Watch watch;

    private Optional<Mishap> lost = Optional.empty();
    private boolean closed;

    /**
     * An instance.
     *
     * @param loan its guest, given back when it is closed, or at once if it is lost
     * @param watch looks at the guest since it was lent
     */
    LinuxInstance(Loan loan, Watch watch, List<Target> targets) {
        this.loan = loan;
        this.watch = watch;
        this.guest = loan.guest();
        this.rig = loan.rig();
        this.targets = targets;
        this.tallies = new Tallies(rig.hooks(), rig.events(), rig.bpf());
    }

    @Override
    public List<Target> targets() {
        open();
        return targets;
    }

    @Override
    public AttachResult attach(Probe probe) {
        open();
        given(probe, "probe");
        return watching(() -> attachNew(probe));
    }

    private AttachResult attachNew(Probe probe) {
        if (rig.hooks().find(probe.name()).isPresent()) {
            throw new MisuseException("A probe named " + probe.name() + " is attached already.");
        }
        AttachResult answer = rig.hooks().attach(probe);
        tallies.attached(probe, answer);
        return answer;
    }

    @Override
    public Execution run(Plan plan) {
        open();
        given(plan, "plan");
        PlanRun run = new PlanRun(plan, rig, rig.hooks(), targets, tallies, this::attachNew);
        run.check();
        alive();
        Optional<Mishap> mishap;
        try {
            mishap = guest.watching(() -> driven(run));
        } catch (GuestLost gone) {
            mishap = Optional.of(lost(gone));
        }
        mishap.ifPresent(run::broken);
        return run.execution();
    }

    private Optional<Mishap> driven(PlanRun run) {
        Optional<Mishap> complaint = complaint();
        while (run.hasNext() && complaint.isEmpty()) {
            run.next();
            complaint = complaint();
        }
        return complaint;
    }

    /** Does something outside of a plan, where a mishap is no result of a call. */
    private <T> T watching(Supplier<T> work) {
        alive();
        T answer;
        try {
            answer = guest.watching(work);
        } catch (GuestLost gone) {
            throw lost(gone).died();
        }
        Optional<Mishap> complaint = complaint();
        if (complaint.isPresent()) {
            throw complaint.get().died();
        }
        return answer;
    }

    /** What the kernel complained of; it is told once, and the guest is nobody's after this. */
    private Optional<Mishap> complaint() {
        Optional<Mishap> complaint = watch.complaint();
        if (complaint.isPresent()) {
            loan.spoil();
            watch = guest.watch();
        }
        return complaint;
    }

    private void alive() {
        if (lost.isPresent()) {
            throw lost.get().died();
        }
    }

    /** A guest that is lost is ended at once: where a call hung, nobody closes the instance. */
    private Mishap lost(GuestLost gone) {
        Mishap mishap = watch.of(gone);
        lost = Optional.of(mishap);
        loan.discard();
        return mishap;
    }

    @Override
    public Bytes code(String function) {
        return codes(Arrays.asList(function)).get(function);
    }

    @Override
    public Map<String, Bytes> codes(List<String> functions) {
        open();
        given(functions, "functions");
        List<KernelText.Range> ranges =
                functions.stream()
                        .map(this::target)
                        .map(t -> new KernelText.Range(t.address(), (int) t.size()))
                        .toList();
        List<Bytes> codes = watching(() -> rig.text().readAll(ranges));
        Map<String, Bytes> byName = new LinkedHashMap<>();
        for (int i = 0; i < functions.size(); i++) {
            byName.put(functions.get(i), codes.get(i));
        }
        return byName;
    }

    private Target target(String function) {
        given(function, "name of a function");
        return targets.stream()
                .filter(each -> each.name().equals(function))
                .findFirst()
                .orElseThrow(() -> unknown(function));
    }

    static MisuseException unknown(String function) {
        return new MisuseException("There is no target named " + function + ".");
    }

    /** Not shown: a kernel has more symbols than anybody wants to read over a line. */
    @Override
    public Set<String> symbols() {
        open();
        return Set.of();
    }

    @Override
    public Counts counts(String probe) {
        open();
        given(probe, "name of a probe");
        return watching(() -> tallies.of(probe));
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (lost.isPresent()) {
            return;
        }
        try {
            watching(
                    () -> {
                        rig.reset();
                        return Map.of();
                    });
        } catch (RuntimeException notTakenBack) {
            loan.spoil();
            throw notTakenBack;
        } finally {
            loan.close();
        }
    }

    private void open() {
        if (closed) {
            throw new MisuseException("The instance is closed.");
        }
    }

    private static void given(Object value, String what) {
        if (value == null) {
            throw new MisuseException("Null was given as " + what + ".");
        }
    }
}
