package probity.judge;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import probity.spi.Action;
import probity.spi.Attached;
import probity.spi.Bytes;
import probity.spi.CallResult;
import probity.spi.Capability;
import probity.spi.Counts;
import probity.spi.Description;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.RegisterFile;
import probity.spi.Side;
import probity.spi.Target;

/**
 * Runs plans with and without their probes, each on a fresh instance, and compares. Exceptions out
 * of the candidate pass through.
 *
 * <pre>{@code
 * Judgement judgement = Judge.of(trial::start, trial.description()).judge(plan);
 * Findings findings = judgement.findings().of(Check.EVENT_ORDER, Check.EXIT_FIELDS);
 * }</pre>
 */
public final class Judge {
    private final Function<Options, Instance> start;
    private final Description description;
    private final OptionalLong secondPoison;

    private Judge(
            Function<Options, Instance> start, Description description, OptionalLong secondPoison) {
        this.start = Objects.requireNonNull(start, "start");
        this.description = Objects.requireNonNull(description, "description");
        this.secondPoison = secondPoison;
    }

    /**
     * A judge of one candidate.
     *
     * @param start starts a fresh instance; the judge closes it
     */
    public static Judge of(Function<Options, Instance> start, Description description) {
        return new Judge(start, description, OptionalLong.empty());
    }

    /** The same, which runs each plan once more over otherwise poisoned memory (PTR-12). */
    public Judge withSecondPoison(long seed) {
        return new Judge(start, description, OptionalLong.of(seed));
    }

    /** Judges a plan that contains its attach, detach, enable and disable steps. */
    public Judgement judge(Plan plan) {
        return judge(plan, Options.defaults());
    }

    /** Judges a plan that contains its attach, detach, enable and disable steps. */
    public Judgement judge(Plan plan, Options options) {
        Hooked hooked = hooked(plan, options);
        Set<Integer> refused = Expectation.refusedIn(hooked.observed().execution());
        List<Attachment> attachments = Attachment.of(plan, refused);
        Names names = new Names(hooked.targets());
        Map<Integer, RegisterFile> followed = Writes.atCalls(description, names, plan, attachments);
        NestedTruth nested = nested(hooked.targets(), attachments, options);
        Expectation expectation =
                expectation(plan, options, hooked.targets(), refused, followed, nested);
        Scene scene = Comparison.scene(expectation, hooked.observed());
        return Judgement.of(scene, Comparison.findings(scene));
    }

    private record Hooked(List<Target> targets, Observed observed) {}

    private Hooked hooked(Plan plan, Options options) {
        Optional<Execution> again = Optional.empty();
        if (secondPoison.isPresent()) {
            try (Instance instance = start.apply(options.withPoison(secondPoison.getAsLong()))) {
                again = Optional.of(instance.run(plan));
            }
        }
        try (Instance instance = start.apply(options)) {
            List<Target> targets = instance.targets();
            Set<String> functions = functions(plan, targets);
            Map<String, Bytes> before = code(instance, functions);
            Execution execution = instance.run(plan);
            Map<String, Counts> counts = new LinkedHashMap<>();
            for (String probe : attached(plan, execution)) {
                counts.put(probe, instance.counts(probe));
            }
            Map<String, Bytes> after = code(instance, functions);
            Optional<Set<String>> symbols =
                    description.can(Capability.SEES_SYMBOLS)
                            ? Optional.of(instance.symbols())
                            : Optional.empty();
            return new Hooked(
                    targets, new Observed(execution, counts, again, before, after, symbols));
        }
    }

    /** The targets that a plan's probes name. */
    private static Set<String> functions(Plan plan, List<Target> targets) {
        Set<String> known = new HashSet<>();
        targets.forEach(target -> known.add(target.name()));
        Set<String> named = new LinkedHashSet<>();
        for (Plan.Step step : plan.steps()) {
            if (step instanceof Plan.Attach attach) {
                named.addAll(attach.probe().functions());
            }
        }
        named.retainAll(known);
        return named;
    }

    private Map<String, Bytes> code(Instance instance, Set<String> functions) {
        Map<String, Bytes> code = new LinkedHashMap<>();
        if (description.can(Capability.SEES_CODE)) {
            functions.forEach(function -> code.put(function, instance.code(function)));
        }
        return code;
    }

    private static Set<String> attached(Plan plan, Execution actual) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < actual.steps().size(); i++) {
            if (plan.steps().get(i) instanceof Plan.Attach attach
                    && actual.steps().get(i) instanceof Attached) {
                names.add(attach.probe().name());
            }
        }
        return names;
    }

    /** How the functions that handlers call behave when nothing is hooked. */
    private NestedTruth nested(
            List<Target> targets, List<Attachment> attachments, Options options) {
        Map<List<Object>, Action.Call> calls = new LinkedHashMap<>();
        for (Attachment attachment : attachments) {
            for (Side side : Side.values()) {
                for (Action action : attachment.actions(side)) {
                    if (action instanceof Action.Call call) {
                        calls.put(List.of(call.function(), call.registers()), call);
                    }
                }
            }
        }
        NestedTruth truth = new NestedTruth();
        Names names = new Names(targets);
        for (Action.Call call : calls.values()) {
            boolean fixed =
                    names.target(call.function()).stream()
                            .flatMap(target -> target.parameters().stream())
                            .allMatch(p -> call.registers().has(p.register()));
            if (names.target(call.function()).isEmpty() || !fixed) {
                continue; // what it gives depends on poison
            }
            try (Instance instance = start.apply(options)) {
                Plan.Call alone = new Plan.Call(0, 0, call.function(), call.registers(), List.of());
                Execution seen = instance.run(Plan.of(alone));
                if (seen.steps().get(0) instanceof CallResult result) {
                    truth.add(call.function(), call.registers(), result);
                }
            }
        }
        return truth;
    }

    /**
     * The expectation, from an unhooked run in which nothing parks. Which of the plan's steps
     * resume a parked handler and which a blocked function shows only as the calls get there, so
     * with handlers that park it takes a run up to each such step.
     */
    private Expectation expectation(
            Plan plan,
            Options options,
            List<Target> targets,
            Set<Integer> refused,
            Map<Integer, RegisterFile> followed,
            NestedTruth nested) {
        Function<Unhooked, Expectation> after =
                stripped -> {
                    Execution unhooked;
                    try (Instance instance = start.apply(options)) {
                        unhooked = instance.run(stripped.plan());
                    }
                    Expectation.Premises premises =
                            new Expectation.Premises(
                                    description,
                                    targets,
                                    plan,
                                    stripped,
                                    unhooked,
                                    followed,
                                    nested);
                    return new Oracle().expect(premises, refused);
                };
        Set<Integer> parked = new HashSet<>();
        if (plan.steps().stream().anyMatch(Judge::parks)) {
            for (int i = 0; i < plan.steps().size(); i++) {
                if (plan.steps().get(i) instanceof Plan.Continue goOn) {
                    Unhooked before = Unhooked.of(plan, parked, followed).before(i);
                    if (!resumesBlocked(after.apply(before), goOn.task(), i)) {
                        parked.add(i);
                    }
                }
            }
        }
        return after.apply(Unhooked.of(plan, parked, followed));
    }

    private static boolean parks(Plan.Step step) {
        if (!(step instanceof Plan.Attach attach)) {
            return false;
        }
        for (Side side : Side.values()) {
            if (attach.probe().script(side).stream()
                    .flatMap(script -> script.actions().stream())
                    .anyMatch(Action.Park.class::isInstance)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what a step lets go on is a function that blocks, not a handler that is parked. */
    private static boolean resumesBlocked(Expectation before, int task, int step) {
        Optional<LogicalCall> call = before.callAt(task, step);
        List<Timeline.Stop> stops = call.map(before.timeline()::stops).orElse(List.of());
        int number = call.map(found -> found.steps().indexOf(step)).orElse(0);
        return number > 0 && number <= stops.size() && stops.get(number - 1) == Timeline.Stop.BLOCK;
    }
}
