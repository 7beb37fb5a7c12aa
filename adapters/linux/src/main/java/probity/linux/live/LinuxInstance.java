package probity.linux.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import probity.linux.agent.Agent;
import probity.linux.guest.Fate;
import probity.linux.guest.Guest;
import probity.linux.guest.GuestLost;
import probity.linux.guest.Trouble;
import probity.spi.AttachResult;
import probity.spi.Bytes;
import probity.spi.Counts;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.MisuseException;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.Target;

/** A guest in use: what is attached here is gone when it is closed. */
final class LinuxInstance implements Instance {
    private final Guest guest;
    private final Rig rig;
    private final List<Target> targets;
    private final Runnable spoilt;
    private final Runnable release;
    private final Tallies tallies;
    private boolean lost;
    private boolean closed;

    /**
     * An instance.
     *
     * @param spoilt tells that nobody should use the guest any more
     * @param release tells that it is free
     */
    LinuxInstance(Guest guest, Rig rig, List<Target> targets, Runnable spoilt, Runnable release) {
        this.guest = guest;
        this.rig = rig;
        this.targets = targets;
        this.spoilt = spoilt;
        this.release = release;
        this.tallies = new Tallies(rig);
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
        int before = guest.console().length();
        AttachResult answer = watching(() -> attachNew(probe));
        troubles(before)
                .ifPresent(
                        text -> {
                            spoilt.run();
                            throw new IllegalStateException(text);
                        });
        return answer;
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
        PlanRun run = new PlanRun(plan, rig, targets, tallies, this::attachNew);
        run.check();
        int before = guest.console().length();
        try {
            watching(
                    () -> {
                        while (run.hasNext() && troubles(before).isEmpty()) {
                            run.next();
                        }
                        return run;
                    });
        } catch (GuestLost gone) {
            run.broken(gone.fate() == Fate.CRASHED ? Ending.TRAP : Ending.LOST, gone.getMessage());
            return run.execution();
        }
        Optional<String> trouble = troubles(before);
        if (trouble.isPresent()) {
            spoilt.run();
            run.broken(Ending.TRAP, trouble.get());
        }
        return run.execution();
    }

    /** What the kernel complained of since then, with the last lines of its console. */
    private Optional<String> troubles(int since) {
        List<Trouble> troubles = guest.console().troublesSince(since);
        return troubles.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "The kernel complained: %s\n%s"
                                .formatted(
                                        troubles.stream()
                                                .map(Trouble::line)
                                                .collect(Collectors.joining("; ")),
                                        String.join("\n", guest.console().tail())));
    }

    private <T> T watching(Supplier<T> work) {
        try {
            return guest.watching(work);
        } catch (GuestLost gone) {
            lost = true;
            spoilt.run();
            throw gone;
        }
    }

    @Override
    public Bytes code(String function) {
        open();
        Target target =
                targets.stream()
                        .filter(each -> each.name().equals(function))
                        .findFirst()
                        .orElseThrow(() -> unknown(function));
        return watching(
                () ->
                        new KernelText(guest.agent(), guest.calls(Agent.MAIN))
                                .read(target.address(), (int) target.size()));
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
        try {
            if (!lost) {
                watching(
                        () -> {
                            rig.close();
                            return Map.of();
                        });
            }
        } catch (RuntimeException notTakenBack) {
            spoilt.run();
            throw notTakenBack;
        } finally {
            release.run();
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
