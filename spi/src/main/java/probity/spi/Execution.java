package probity.spi;

import java.util.List;

/**
 * What was seen while a plan ran.
 *
 * @param steps one result per step of the plan that was reached; a plan stops early only where a
 *     call ended as {@link Ending#TRAP}, {@link Ending#BUDGET} or {@link Ending#LOST}
 * @param events every run of a handler, in order
 * @param activations every run of a function that the machine saw, in order of their start; empty
 *     where the candidate cannot see them
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
