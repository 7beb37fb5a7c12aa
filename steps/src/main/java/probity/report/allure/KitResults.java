package probity.report.allure;

import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.util.List;
import java.util.UUID;

/** Results that stand beside the scenarios and count in none of their totals. */
final class KitResults {
    private static final String EPIC = "The kit";

    private KitResults() {}

    /**
     * A result.
     *
     * @param title what it is
     * @param problem what is wrong with it; empty if nothing is
     */
    static TestResult of(String title, String problem) {
        long now = System.currentTimeMillis();
        return new TestResult()
                .setUuid(UUID.randomUUID().toString())
                .setName(title)
                .setFullName(EPIC + " › " + title)
                .setHistoryId(EPIC + " › " + title)
                .setTestCaseId(EPIC + " › " + title)
                .setLabels(
                        List.of(
                                label("epic", EPIC),
                                label("feature", title),
                                label("parentSuite", EPIC),
                                label("suite", title),
                                label("framework", "probity-kit")))
                .setStatus(problem.isEmpty() ? Status.PASSED : Status.FAILED)
                .setStatusDetails(
                        problem.isEmpty() ? null : new StatusDetails().setMessage(problem))
                .setStage(Stage.FINISHED)
                .setStart(now)
                .setStop(now);
    }

    /** What a file of the results directory is to a reader; its type goes by its name. */
    static Attachment attachment(String name, String source) {
        String type =
                switch (source.substring(source.lastIndexOf('.') + 1)) {
                    case "html" -> "text/html";
                    case "md" -> "text/markdown";
                    default -> "text/plain";
                };
        return new Attachment().setName(name).setSource(source).setType(type);
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }
}
