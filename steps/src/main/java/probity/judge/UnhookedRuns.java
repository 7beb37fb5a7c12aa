package probity.judge;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import probity.spi.Action;
import probity.spi.CallResult;
import probity.spi.Description;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Plan;
import probity.spi.RegisterFile;
import probity.spi.Side;
import probity.spi.Target;

/** The runs without probes that tell what a plan must show, each on a fresh instance. */
final class UnhookedRuns {
    private final Supplier<Instance> start;
    private final Description description;
    private final List<Target> targets;
    private final Plan plan;
    private final Set<Integer> refused;
    private final List<Attachment> attachments;
    private final Map<Integer, RegisterFile> followed;

    /**
     * For one plan.
     *
     * @param start starts a fresh instance, which is closed here
     * @param plan with its probes
     * @param refused the steps of the plan that the candidate refuses
     */
    UnhookedRuns(
            Supplier<Instance> start,
            Description description,
            List<Target> targets,
            Plan plan,
            Set<Integer> refused) {
        this.start = start;
        this.description = description;
        this.targets = targets;
        this.plan = plan;
        this.refused = refused;
        this.attachments = Attachment.of(plan, refused);
        this.followed = Writes.atCalls(description, new Names(targets), plan, attachments);
    }

    /**
     * The expectation, from an unhooked run in which nothing parks. Which of the plan's steps
     * resume a parked handler and which a blocked function shows only as the calls get there, so
     * with handlers that park it takes a run up to each such step.
     */
    Expectation expectation() {
        NestedTruth nested = nested();
        Set<Integer> parked = new HashSet<>();
        if (plan.steps().stream().anyMatch(UnhookedRuns::parks)) {
            for (int i = 0; i < plan.steps().size(); i++) {
                if (plan.steps().get(i) instanceof Plan.Continue goOn) {
                    Unhooked before = Unhooked.of(plan, parked, followed).before(i);
                    if (!resumesBlocked(expectation(before, nested), goOn.task(), i)) {
                        parked.add(i);
                    }
                }
            }
        }
        return expectation(Unhooked.of(plan, parked, followed), nested);
    }

    private Expectation expectation(Unhooked stripped, NestedTruth nested) {
        Execution unhooked = run(stripped.plan());
        Expectation.Premises premises =
                new Expectation.Premises(
                        description, targets, plan, stripped, unhooked, followed, nested);
        return Oracle.expect(premises, refused);
    }

    /** How the functions that handlers call behave when nothing is hooked. */
    private NestedTruth nested() {
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
            Plan.Call alone = new Plan.Call(0, 0, call.function(), call.registers(), List.of());
            if (run(Plan.of(alone)).steps().get(0) instanceof CallResult result) {
                truth.add(call.function(), call.registers(), result);
            }
        }
        return truth;
    }

    private Execution run(Plan unhooked) {
        try (Instance instance = start.get()) {
            return instance.run(unhooked);
        }
    }

    private static boolean parks(Plan.Step step) {
        return step instanceof Plan.Attach attach
                && Stream.of(Side.values())
                        .flatMap(side -> attach.probe().actions(side).stream())
                        .anyMatch(Action.Park.class::isInstance);
    }

    /** Whether what a step lets go on is a function that blocks, not a handler that is parked. */
    private static boolean resumesBlocked(Expectation before, int task, int step) {
        Optional<LogicalCall> call = before.callAt(task, step);
        List<Timeline.Stop> stops = call.map(before.timeline()::stops).orElse(List.of());
        int number = call.map(found -> found.steps().indexOf(step)).orElse(0);
        return number > 0 && number <= stops.size() && stops.get(number - 1) == Timeline.Stop.BLOCK;
    }
}
