package probity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import probity.judge.Verdict;
import probity.report.Totals;
import probity.report.reading.AllureFiles;
import probity.report.reading.ConsoleText;
import probity.report.reading.JsonFile;
import probity.report.reading.KtapText;
import probity.report.reading.SurefireXml;

/**
 * The reports of the run that has just been made agree, Surefire's included, which Maven writes
 * from another process while this one goes on. Not a {@code *Test}: the suite calls it.
 */
class ReportsAgree {
    /** Maven reads what this process says as it comes; it is behind by milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void onTheTotals() throws Exception {
        Path record = RunRecord.own().written();
        Path results = record.getParent();
        Totals totals = JsonFile.totals(Files.readString(record));

        assertThat(KtapText.totals(Files.readString(results.resolve("probity-report.ktap"))))
                .as("KTAP")
                .isEqualTo(totals);
        assertThat(ConsoleText.totals(Files.readString(results.resolve("probity-report.txt"))))
                .as("console")
                .isEqualTo(totals);
        assertThat(AllureFiles.verdicts(results)).as("Allure").isEqualTo(totals);
        SurefireXml surefire = SurefireXml.of(surefireReportAfter(record));
        assertThat(surefire.counts())
                .as("Surefire")
                .isEqualTo(
                        Map.of(
                                Verdict.Kind.SUCCESS, totals.of(Verdict.Kind.SUCCESS),
                                Verdict.Kind.FAILURE, totals.of(Verdict.Kind.FAILURE),
                                Verdict.Kind.ERROR, totals.of(Verdict.Kind.ERROR),
                                Verdict.Kind.SKIP, totals.of(Verdict.Kind.SKIP)));
        assertThat(surefire.names()).as("names in Surefire").hasSize(totals.all());
    }

    private static Path surefireReportAfter(Path record) throws Exception {
        String module = System.getProperty("basedir");
        assumeTrue(module != null, "this is no run of Maven");
        Path directory = Path.of(module, "target", "surefire-reports");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    String name = file.getFileName().toString();
                    if (name.matches("TEST-probity\\.(ConformanceTest|EveryVerdictSuite)\\.xml")
                            && SurefireXml.isNewer(file, record)) {
                        return file;
                    }
                }
            } catch (IOException e) {
                // not there yet
            }
            Thread.sleep(50);
        }
        throw new AssertionError("Surefire wrote no report of the run into " + directory + ".");
    }
}
