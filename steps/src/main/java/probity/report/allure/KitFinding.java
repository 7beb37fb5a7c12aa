package probity.report.allure;

import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import probity.report.ResultsDirectory;
import probity.report.table.Table;

/**
 * Something the kit found about itself, such as the kill matrix, for the Allure report. It stands
 * beside the scenarios and counts in none of their totals.
 */
public final class KitFinding {
    private static final String EPIC = "The kit";

    private KitFinding() {}

    /**
     * Publishes a finding with its tables, each as a page and as Markdown, and writes the Markdown
     * as a file of that name too.
     *
     * @param directory the results of the run
     * @param file name of the Markdown file, such as {@code kill-matrix.md}
     * @param title what it is
     * @param problem what is wrong with it; empty if nothing is
     * @param tables what was found
     */
    public static void publish(
            ResultsDirectory directory,
            String file,
            String title,
            String problem,
            Table... tables) {
        List<Attachment> attachments = new ArrayList<>();
        StringBuilder markdown = new StringBuilder("# ").append(title).append("\n");
        FileSystemResultsWriter writer = new FileSystemResultsWriter(directory.path());
        for (Table table : tables) {
            markdown.append('\n').append(table.toMarkdown());
            attachments.add(attach(directory, writer, table.title(), "html", table.toHtml()));
        }
        attachments.add(attach(directory, writer, file, "md", markdown.toString()));
        directory.publish(file, markdown.toString());
        String uuid = UUID.randomUUID().toString();
        long now = System.currentTimeMillis();
        directory.keep(uuid + "-result.json");
        writer.write(
                new TestResult()
                        .setUuid(uuid)
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
                        .setAttachments(attachments)
                        .setStart(now)
                        .setStop(now));
    }

    private static Attachment attach(
            ResultsDirectory directory,
            FileSystemResultsWriter writer,
            String name,
            String extension,
            String text) {
        String source = UUID.randomUUID() + "-attachment." + extension;
        directory.keep(source);
        writer.write(source, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return new Attachment()
                .setName(name)
                .setSource(source)
                .setType(extension.equals("html") ? "text/html" : "text/markdown");
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }
}
