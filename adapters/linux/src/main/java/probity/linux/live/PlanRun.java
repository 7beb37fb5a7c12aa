package probity.linux.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import probity.linux.guest.Mishap;
import probity.spi.AttachResult;
import probity.spi.Bytes;
import probity.spi.CallResult;
import probity.spi.Done;
import probity.spi.Ending;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.MisuseException;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.Refused;
import probity.spi.RegisterFile;
import probity.spi.Result;
import probity.spi.StepResult;
import probity.spi.Target;

/** One run of a plan, step by step. */
final class PlanRun {
    private final Plan plan;
    private final Rounds rounds;
    private final Hooks hooks;
    private final Map<String, Target> targets = new HashMap<>();
    private final Tallies tallies;
    private final Function<Probe, AttachResult> attach;
    private final List<StepResult> results = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private boolean stopped;

    PlanRun(
            Plan plan,
            Rounds rounds,
            Hooks hooks,
            List<Target> targets,
            Tallies tallies,
            Function<Probe, AttachResult> attach) {
        this.plan = plan;
        this.rounds = rounds;
        this.hooks = hooks;
        targets.forEach(target -> this.targets.put(target.name(), target));
        this.tallies = tallies;
        this.attach = attach;
    }

    /** Refuses a plan that cannot be run, before anything of it is. */
    void check() {
        PlanCheck check = new PlanCheck(targets);
        plan.steps().forEach(check::step);
    }

    boolean hasNext() {
        return !stopped && results.size() < plan.steps().size();
    }

    void next() {
        results.add(step(plan.steps().get(results.size())));
    }

    private StepResult step(Plan.Step step) {
        if (step instanceof Plan.Call call) {
            return call(call);
        } else if (step instanceof Plan.Attach request) {
            return attach(request.probe());
        } else if (step instanceof Plan.Detach request) {
            return detach(request.probe());
        } else if (step instanceof Plan.Enable request) {
            return notServed(request.probe());
        } else if (step instanceof Plan.Disable request) {
            return notServed(request.probe());
        }
        throw new IllegalStateException("Nobody checked " + step + ".");
    }

    private AttachResult attach(Probe probe) {
        AttachResult answer = attach.apply(probe);
        if (answer instanceof Refused) {
            refused.add(probe.name());
        }
        return answer;
    }

    private StepResult detach(String probe) {
        if (refused.contains(probe) && hooks.find(probe).isEmpty()) {
            return new Refused("ENOENT", "Probe " + probe + " was refused before.");
        }
        requireAttached(probe);
        tallies.read(probe);
        hooks.detach(probe);
        return new Done();
    }

    private Refused notServed(String probe) {
        requireAttached(probe);
        return new Refused("EOPNOTSUPP", "A program's probes cannot be disabled, only detached.");
    }

    private void requireAttached(String probe) {
        if (hooks.find(probe).isEmpty()) {
            throw new MisuseException("No probe named " + probe + " is attached.");
        }
    }

    private StepResult call(Plan.Call call) {
        Target target = targets.get(call.function());
        Way way = KernelFunction.wayTo(call.function());
        Rounds.Round round = rounds.round(call.task(), way, call.depth(), this::symbol);
        round.events().forEach(this::keep);
        if (round.complaint().isPresent()) {
            stopped = true;
            return ended(Ending.TRAP, round.complaint().get());
        }
        // whoever called compared the result, where it is known, and found it right
        RegisterFile after =
                target.knownResults()
                        .orElseThrow()
                        .only(target.results().stream().map(Result::register).toList());
        return new CallResult(Ending.RETURNED, Optional.of(after), Bytes.none(), "", List.of());
    }

    private void keep(Event event) {
        tallies.ran(event);
        events.add(
                new Event(
                        events.size(),
                        event.probe(),
                        event.side(),
                        event.cpu(),
                        event.task(),
                        event.function(),
                        event.nested(),
                        event.entryIp(),
                        event.returnIp(),
                        event.dataSize(),
                        event.set(),
                        event.observations()));
    }

    /** A probe on one function is hit there; of several the function ip tells which. */
    private String symbol(Probe probe, long ip) {
        if (probe.functions().size() == 1) {
            return probe.functions().get(0);
        }
        return probe.functions().stream()
                .filter(name -> targets.containsKey(name) && targets.get(name).contains(ip))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Probe %s was hit at 0x%x, which is in none of %s."
                                                .formatted(probe.name(), ip, probe.functions())));
    }

    /** The run ended here: in the call that was under way, or else in the last one there was. */
    void broken(Mishap mishap) {
        stopped = true;
        if (results.size() == plan.steps().size()
                || !(plan.steps().get(results.size()) instanceof Plan.Call)) {
            while (!results.isEmpty() && !(results.get(results.size() - 1) instanceof CallResult)) {
                results.remove(results.size() - 1);
            }
            if (results.isEmpty()) {
                throw mishap.died();
            }
            results.remove(results.size() - 1);
        }
        results.add(
                new CallResult(
                        mishap.ending(),
                        Optional.empty(),
                        Bytes.none(),
                        mishap.sentence(),
                        List.of(),
                        mishap.exhibits()));
    }

    private static CallResult ended(Ending ending, String why) {
        return new CallResult(ending, Optional.empty(), Bytes.none(), why, List.of());
    }

    Execution execution() {
        return new Execution(results, events, List.of(), List.of(), List.of());
    }
}
