package probity.report.allure;

import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import probity.catalogue.Clause;
import probity.judge.Verdict;
import probity.report.Evidence;
import probity.report.ResultsDirectory;
import probity.report.Ruling;
import probity.report.RunReport;
import probity.report.StepLine;
import probity.report.matrix.Matrix;

/**
 * Writes one result file per ruling, as soon as it is known, and the run's own files at the end.
 */
public final class AllureResults {
    private final ResultsDirectory directory;
    private final FileSystemResultsWriter writer;
    private final List<Clause> clauses;

    /**
     * Results in a directory.
     *
     * @param clauses whose texts are shown
     */
    public AllureResults(ResultsDirectory directory, List<Clause> clauses) {
        this.directory = directory;
        this.writer = new FileSystemResultsWriter(directory.path());
        this.clauses = List.copyOf(clauses);
    }

    /** Writes what was found about one subject. */
    public void write(String address, Ruling ruling) {
        Identity identity = Identity.of(address, ruling.subject());
        Optional<Clause> clause =
                clauses.stream()
                        .filter(c -> ruling.subject().clauses().contains(c.id()))
                        .findFirst();
        writer.write(
                new TestResult()
                        .setUuid(UUID.randomUUID().toString())
                        .setFullName(identity.fullName())
                        .setTestCaseId(identity.testCaseId())
                        .setHistoryId(identity.historyId())
                        .setName(ruling.subject().title())
                        .setDescription(Texts.description(ruling, clause))
                        .setLabels(Texts.labels(address, ruling, clause))
                        .setParameters(
                                List.of(
                                        new Parameter().setName("candidate").setValue(address),
                                        new Parameter()
                                                .setName("verdict")
                                                .setValue(ruling.verdict().toString())
                                                .setExcluded(true)))
                        .setStatus(status(ruling.verdict()))
                        .setStatusDetails(details(ruling))
                        .setStage(Stage.FINISHED)
                        .setSteps(steps(ruling))
                        .setAttachments(attachments(ruling.evidence()))
                        .setStart(ruling.started().toEpochMilli())
                        .setStop(end(ruling.started(), ruling.duration())));
    }

    /** Writes what belongs to the run as a whole. */
    public void finish(RunReport report, Matrix matrix) {
        directory.write("environment.properties", RunFiles.environment(report));
        directory.write("categories.json", RunFiles.categories());
        directory.write("executor.json", RunFiles.executor(report));
        writer.write(
                KitResults.of("Matrix of clauses and candidates", "")
                        .setAttachments(
                                List.of(
                                        attachment(Matrix.PAGE, "html", matrix.toHtml()),
                                        attachment(Matrix.MARKDOWN, "md", matrix.toMarkdown()))));
    }

    static Status status(Verdict verdict) {
        return switch (verdict.kind()) {
            case SUCCESS -> Status.PASSED;
            case FAILURE -> Status.FAILED;
            case ERROR -> Status.BROKEN;
            case SKIP -> Status.SKIPPED;
        };
    }

    private static StatusDetails details(Ruling ruling) {
        return ruling.screen().isEmpty()
                ? null
                : new StatusDetails()
                        .setMessage(ruling.screen())
                        .setKnown(ruling.verdict() == Verdict.XFAIL);
    }

    private List<StepResult> steps(Ruling ruling) {
        List<StepResult> steps = new ArrayList<>();
        for (StepLine line : ruling.steps()) {
            StepResult step =
                    new StepResult()
                            .setName(line.text())
                            .setStatus(status(line.status(), ruling.verdict()))
                            .setStage(Stage.FINISHED)
                            .setStart(line.started().toEpochMilli())
                            .setStop(end(line.started(), line.duration()));
            if (!line.argument().isEmpty()) {
                step.setAttachments(
                        attachments(List.of(new Evidence("argument", line.argument()))));
            }
            steps.add(step);
        }
        return steps;
    }

    private static Status status(StepLine.Status status, Verdict verdict) {
        return switch (status) {
            case PASSED -> Status.PASSED;
            case ENDED -> status(verdict);
            case NOT_REACHED -> Status.SKIPPED;
        };
    }

    private List<Attachment> attachments(List<Evidence> evidence) {
        List<Attachment> attachments = new ArrayList<>();
        for (Evidence piece : evidence) {
            if (!piece.isEmpty()) {
                attachments.add(attachment(piece.name(), "txt", piece.text()));
            }
        }
        return attachments;
    }

    private Attachment attachment(String name, String extension, String text) {
        String source = UUID.randomUUID() + "-attachment." + extension;
        writer.write(source, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return KitResults.attachment(name, source);
    }

    private static long end(Instant started, Duration duration) {
        return started.plus(duration).toEpochMilli();
    }
}
