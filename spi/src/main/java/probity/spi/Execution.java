package probity.spi;

import java.util.List;

/**
 * What was seen while a plan ran, and nothing else: what a later plan lets go on is seen in that
 * plan's execution. A handler that is parked, or whose call blocks, has an event in the plan in
 * which it began; if it sees more in a later plan it has another one there, with only that.
 *
 * @param steps one result per step of the plan that was reached; a plan stops early only where a
 *     call ended as {@link Ending#TRAP}, {@link Ending#BUDGET} or {@link Ending#LOST}
 * @param events every run of a handler, in order
 * @param activations every run of a function that began in this plan and that the machine saw, in
 *     order of their start; empty where the candidate cannot see them. How one went on in a later
 *     plan shows in no execution
 * @param irregularities what trampolines did and must not do
 * @param trampolines the trampolines that ran, where known
 */
public record Execution(
        List<StepResult> steps,
        List<Event> events,
        List<Activation> activations,
        List<Irregularity> irregularities,
        List<TrampolineRun> trampolines) {
    public Execution {
        steps = Given.list(steps, "Execution.steps");
        events = Given.list(events, "Execution.events");
        activations = Given.list(activations, "Execution.activations");
        irregularities = Given.list(irregularities, "Execution.irregularities");
        trampolines = Given.list(trampolines, "Execution.trampolines");
    }
}
