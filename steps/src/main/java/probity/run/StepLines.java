package probity.run;

import io.cucumber.plugin.event.DataTableArgument;
import io.cucumber.plugin.event.DocStringArgument;
import io.cucumber.plugin.event.HookTestStep;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.StepArgument;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import probity.report.StepLine;

/** Turns Cucumber's step events into lines of a report. */
final class StepLines {
    private StepLines() {}

    static StepLine of(PickleStepTestStep step, Instant finished, Result result) {
        return new StepLine(
                step.getStep().getKeyword() + step.getStep().getText(),
                argument(step.getStep().getArgument()),
                status(result.getStatus()),
                finished.minus(result.getDuration()),
                result.getDuration());
    }

    static StepLine of(HookTestStep hook, Instant finished, Result result) {
        return new StepLine(
                hook.getHookType() + " hook " + hook.getCodeLocation(),
                "",
                status(result.getStatus()),
                finished.minus(result.getDuration()),
                result.getDuration());
    }

    private static StepLine.Status status(Status status) {
        return switch (status) {
            case PASSED -> StepLine.Status.PASSED;
            case SKIPPED, UNUSED -> StepLine.Status.NOT_REACHED;
            case FAILED, PENDING, UNDEFINED, AMBIGUOUS -> StepLine.Status.ENDED;
        };
    }

    private static String argument(StepArgument argument) {
        if (argument instanceof DataTableArgument table) {
            return table(table.cells());
        }
        return argument instanceof DocStringArgument text ? text.getContent() : "";
    }

    private static String table(List<List<String>> cells) {
        int columns = cells.isEmpty() ? 0 : cells.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : cells) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], cell(row, i).length());
            }
        }
        return cells.stream().map(row -> row(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String row(List<String> row, int[] widths) {
        StringBuilder text = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            text.append(String.format(" %-" + Math.max(1, widths[i]) + "s |", cell(row, i)));
        }
        return text.toString();
    }

    private static String cell(List<String> row, int column) {
        String value = row.get(column);
        return value == null ? "" : value;
    }
}
