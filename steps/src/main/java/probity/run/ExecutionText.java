package probity.run;

import java.util.List;
import java.util.stream.Collectors;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.Observation;
import probity.spi.Plan;
import probity.spi.StepResult;

/** An execution as text, for evidence. */
final class ExecutionText {
    private ExecutionText() {}

    /** Each step with what came of it, and the events. */
    static String of(Plan plan, Execution execution) {
        StringBuilder text = new StringBuilder();
        List<StepResult> results = execution.steps();
        for (int i = 0; i < plan.steps().size(); i++) {
            text.append(i).append(": ").append(plan.steps().get(i)).append('\n');
            text.append("   → ").append(i < results.size() ? results.get(i) : "not reached");
            text.append('\n');
        }
        return text.append("events:\n").append(events(execution)).toString();
    }

    /** One line per event, followed by its observations; first of all the order string. */
    static String events(Execution execution) {
        String order =
                execution.events().stream()
                        .map(event -> String.valueOf(event.side().symbol()))
                        .collect(Collectors.joining());
        StringBuilder text = new StringBuilder("order ").append(order).append('\n');
        for (Event event : execution.events()) {
            text.append(
                    String.format(
                            "%d %s %s of %s, cpu %d, task %d%s%n",
                            event.sequence(),
                            event.side().symbol(),
                            event.probe(),
                            event.function(),
                            event.cpu(),
                            event.task(),
                            event.nested() ? ", nested" : ""));
            for (Observation seen : event.observations()) {
                text.append("    ").append(seen).append('\n');
            }
        }
        return text.toString();
    }
}
