package probity;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.opentest4j.TestAbortedException;
import probity.report.ResultsDirectory;
import probity.report.json.JsonReport;

/**
 * The record that the tests of one virtual machine have to leave: whoever runs them all judges.
 * Only where tests are selected may nothing have been judged.
 *
 * @param file where it is written
 * @param since when the virtual machine started; what is older is of an earlier run
 * @param selected whether only some tests are run
 */
record RunRecord(Path file, Instant since, boolean selected) {
    /** Maven's option that selects tests. */
    private static final String SELECTION = "test";

    /** That of this virtual machine. */
    static RunRecord own() {
        String standard = ResultsDirectory.standard().path().toString();
        String results = System.getProperty(EveryVerdictSuite.RESULTS, standard);
        boolean byMaven = System.getProperty("basedir") != null;
        return new RunRecord(
                Path.of(results, JsonReport.FILE),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                !byMaven || System.getProperty(SELECTION) != null);
    }

    /**
     * The file, if it was written.
     *
     * @throws TestAbortedException if it was not, and only some tests are run
     * @throws AssertionError if it was not, and all are
     */
    Path written() throws IOException {
        boolean there = Files.exists(file);
        if (there && !Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
            return file;
        }
        String why = file + (there ? " was left by an earlier run." : " was not written.");
        if (selected) {
            throw new TestAbortedException(
                    "UNTESTED: among the selected tests is none that judges; " + why);
        }
        throw new AssertionError("All tests were run, but there is no record of a run: " + why);
    }
}
