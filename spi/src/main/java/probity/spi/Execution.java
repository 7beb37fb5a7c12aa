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
        steps = List.copyOf(steps);
        events = List.copyOf(events);
        activations = List.copyOf(activations);
        irregularities = List.copyOf(irregularities);
        trampolines = List.copyOf(trampolines);
    }
}
