package probity.reference;

import java.util.ArrayList;
import java.util.List;
import probity.spi.Execution;
import probity.spi.Irregularity;
import probity.spi.StepResult;
import probity.spi.TrampolineRun;

/** Collects what is seen while one plan runs. */
final class ExecutionLog {
    private final DeclaredSets declared;
    private final List<EventRecord> events = new ArrayList<>();
    private final List<LiveActivation> activations = new ArrayList<>();
    private final List<Irregularity> irregularities = new ArrayList<>();
    private final List<TrampolineRun> trampolines = new ArrayList<>();
    private int step;
    private int order;

    ExecutionLog(DeclaredSets declared) {
        this.declared = declared;
    }

    /** A step of the plan begins. */
    void step(int index) {
        step = index;
    }

    int step() {
        return step;
    }

    /** A handler begins, or goes on that began in an earlier plan. */
    EventRecord event(HandlerCall call) {
        EventRecord event =
                new EventRecord(
                        events.size(),
                        call,
                        declared.of(call.probe().kind(), call.side()).kind(),
                        call.task().runs().size() > 1);
        events.add(event);
        return event;
    }

    /** The next position among all starts and ends of activations. */
    int nextOrder() {
        return order++;
    }

    /** Adds an activation; its id is its position. */
    int add(LiveActivation activation) {
        activations.add(activation);
        return activations.size() - 1;
    }

    /** How many handlers and activations have begun. */
    int records() {
        return events.size() + activations.size();
    }

    void add(Irregularity irregularity) {
        irregularities.add(irregularity);
    }

    void add(TrampolineRun run) {
        trampolines.add(run);
    }

    Execution execution(List<StepResult> steps) {
        return new Execution(
                steps,
                events.stream().map(EventRecord::event).toList(),
                activations.stream().map(LiveActivation::activation).toList(),
                irregularities,
                trampolines);
    }
}
