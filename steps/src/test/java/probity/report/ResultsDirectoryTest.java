package probity.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.report.allure.KitFinding;
import probity.report.reading.AllureFiles;
import probity.report.table.Table;

class ResultsDirectoryTest {
    @TempDir Path directory;

    @Test
    void clearingKeepsWhatIsCommittedAndWhatThisProcessPublished() throws IOException {
        ResultsDirectory results = new ResultsDirectory(directory);
        Files.writeString(directory.resolve("README.md"), "");
        Files.writeString(directory.resolve(".gitignore"), "");
        Files.writeString(directory.resolve("old-result.json"), "{}");
        results.publish("kill-matrix.md", "# Kill matrix");

        results.clear();

        assertThat(directory.toFile().list())
                .containsExactlyInAnyOrder("README.md", ".gitignore", "kill-matrix.md");
    }

    @Test
    void clearingMakesTheDirectory() {
        Path missing = directory.resolve("not/there");

        new ResultsDirectory(missing).clear();

        assertThat(missing).isEmptyDirectory();
    }

    @Test
    void aFindingOfTheKitIsATestWithItsTablesAttachedAndCountsAsNoScenario() throws IOException {
        ResultsDirectory results = new ResultsDirectory(directory);
        Table table = Table.titled("By clause", "clause", "killer").row("PTR-09", "x5").build();

        KitFinding.publish(results, "kill-matrix.md", "Kill matrix", "", table);
        results.clear();

        assertThat(directory.resolve("kill-matrix.md"))
                .content()
                .startsWith("# Kill matrix\n\n## By clause\n\n| clause | killer |");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll(".*-", "")))
                    .containsExactlyInAnyOrder(
                            "matrix.md", "result.json", "attachment.html", "attachment.md");
        }
        assertThat(AllureFiles.values(directory, "fullName")).isEmpty();
    }
}
