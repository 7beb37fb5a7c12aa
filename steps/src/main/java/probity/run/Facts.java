package probity.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import probity.report.Evidence;
import probity.run.guard.CallFailed;
import probity.spi.Action;
import probity.spi.CallResult;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Exhibit;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.Side;
import probity.spi.StepResult;

/**
 * What happened in one trial, whatever a step made of it: a step that swallows an exception changes
 * nothing here. Mutable; belongs to one trial.
 */
final class Facts {
    private static final String TRACE = "last instructions";
    private static final String EVENTS = "events so far";

    /** The candidate was reached at all. */
    boolean reached;

    /** The last violation: that of the shrunk case, where a property found several. */
    Optional<ConformanceViolation> violation = Optional.empty();

    /** The violation is that something declared absent works: binding whatever the clause. */
    boolean mismatch;

    /** The first call that trapped or ran away, although no handler was to fault. */
    Optional<Violation> fatal = Optional.empty();

    /** The first failed call, or the loss of the machine. */
    Optional<String> unresolved = Optional.empty();

    final List<Evidence> evidence = new ArrayList<>();
    final List<String> notes = new ArrayList<>();

    private boolean handlersFault;

    void attaching(Probe probe) {
        for (Side side : Side.values()) {
            handlersFault |=
                    probe.script(side).stream()
                            .flatMap(script -> script.actions().stream())
                            .anyMatch(Action.Fault.class::isInstance);
        }
    }

    void executed(Plan plan, Execution execution) {
        for (Plan.Step step : plan.steps()) {
            if (step instanceof Plan.Attach attach) {
                attaching(attach.probe());
            }
        }
        for (int i = 0; i < execution.steps().size(); i++) {
            StepResult result = execution.steps().get(i);
            if (result instanceof CallResult call) {
                call(i, plan.steps().get(i), call, execution);
            }
        }
    }

    private void call(int index, Plan.Step step, CallResult call, Execution execution) {
        if (call.ending() == Ending.LOST && unresolved.isEmpty()) {
            unresolved = Optional.of("The machine was lost: " + call.detail());
            keep(call.exhibits());
            evidence.add(new Evidence(EVENTS, ExecutionText.events(execution)));
        }
        boolean crashed = call.ending() == Ending.TRAP || call.ending() == Ending.BUDGET;
        if (crashed && !handlersFault && fatal.isEmpty()) {
            fatal = Optional.of(crash(index, step, call));
            if (!call.trace().isEmpty()) {
                evidence.add(new Evidence(TRACE, String.join("\n", call.trace())));
            }
            keep(call.exhibits());
            evidence.add(new Evidence(EVENTS, ExecutionText.events(execution)));
        }
    }

    private static Violation crash(int index, Plan.Step step, CallResult call) {
        String where =
                step instanceof Plan.Call made
                        ? "the call of " + made.function()
                        : "the continued call";
        Violation.Line line =
                new Violation.Line(
                        "step " + index + ", " + where,
                        Ending.RETURNED.name(),
                        call.ending().name());
        List<String> names = new ArrayList<>(call.trace().isEmpty() ? List.of() : List.of(TRACE));
        names.addAll(names(call.exhibits()));
        names.add(EVENTS);
        String what = call.ending() == Ending.TRAP ? "crashed" : "ran away";
        String title = "Machine code " + what + " under a legal plan: " + call.detail();
        return Violation.of(title, 1, List.of(line)).withHint(hint(names));
    }

    /** Where to look: the last pieces of evidence, by their names. */
    private static String hint(List<String> names) {
        return "'" + String.join("', '", names) + "' in the report";
    }

    private static List<String> names(List<Exhibit> exhibits) {
        return exhibits.stream().map(Exhibit::name).toList();
    }

    private void keep(List<Exhibit> exhibits) {
        exhibits.forEach(each -> evidence.add(new Evidence(each.name(), each.text())));
    }

    void failed(CallFailed failure) {
        if (fatal.isPresent() || unresolved.isPresent()) {
            return;
        }
        if (failure.kind() == CallFailed.Kind.CRASHED && !handlersFault) {
            fatal =
                    Optional.of(
                            Violation.of(failure.getMessage(), 0, List.of())
                                    .withHint(hint(names(failure.exhibits()))));
        } else {
            unresolved = Optional.of(failure.getMessage());
        }
        if (!failure.evidence().isEmpty()) {
            evidence.add(new Evidence(failure.kind().evidenceName(), failure.evidence()));
        }
        keep(failure.exhibits());
    }
}
