package probity.report.allure;

import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
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
        directory.keep(uuid + "-result.json");
        writer.write(KitResults.of(title, problem).setUuid(uuid).setAttachments(attachments));
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
        return KitResults.attachment(name, source);
    }
}
