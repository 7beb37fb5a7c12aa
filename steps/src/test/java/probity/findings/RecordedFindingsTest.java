package probity.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import probity.judge.Verdict;
import probity.report.recorded.BadRecording;
import probity.report.recorded.Place;
import probity.report.recorded.Recording;
import probity.report.recorded.RecordingFile;
import probity.report.recorded.Result;

/** Every recorded FAIL of a kernel is explained. */
class RecordedFindingsTest {
    private static final Path DOCS =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("docs");

    @Test
    void everyFindingThatIsRecordedOfAKernelHasItsSection() throws Exception {
        Path page = DOCS.resolve("findings-linux.md");

        assertThat(
                        FindingSections.missing(
                                kernels(), Files.exists(page) ? Files.readString(page) : ""))
                .as("findings that docs/kernels names and docs/findings-linux.md does not explain")
                .isEmpty();
    }

    @Test
    void aFindingWithoutASectionIsNoticed() {
        Recording recording =
                new Recording(
                        "linux",
                        "7.3",
                        new TreeMap<>(
                                Map.of(
                                        new Place("PTR-01", "reads"), fail("L1"),
                                        new Place("PTR-02", "mode"), fail("L2"),
                                        new Place("PTR-03", "samples"), fail("L3"))));
        String page = "# Findings\n\n## L1: x5 is lost\n\nNot ## L2.\n\n### L33\n\n## L3-b\n";

        assertThat(FindingSections.missing(List.of(recording), page))
                .containsExactly(
                        "L2 (linux-7.3.yaml, PTR-02, mode)",
                        "L3 (linux-7.3.yaml, PTR-03, samples)");
    }

    private static Result fail(String finding) {
        return new Result(Verdict.FAIL, "x5 is lost.", finding);
    }

    private static List<Recording> kernels() throws IOException, BadRecording {
        List<Recording> kernels = new ArrayList<>();
        try (Stream<Path> files = Files.list(DOCS.resolve("kernels"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                kernels.add(RecordingFile.read(file));
            }
        }
        return kernels;
    }
}
