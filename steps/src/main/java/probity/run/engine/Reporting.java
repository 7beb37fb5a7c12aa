package probity.run.engine;

import java.nio.file.Path;
import java.util.List;
import probity.catalogue.Clause;
import probity.report.ResultsDirectory;
import probity.report.Ruling;
import probity.report.RunReport;
import probity.report.allure.AllureResults;
import probity.report.console.Console;
import probity.report.console.Summary;
import probity.report.json.JsonReport;
import probity.report.ktap.KtapReport;
import probity.report.matrix.Column;
import probity.report.matrix.Matrix;
import probity.report.tsv.VerdictLines;

/** All reports of one run. Files are written as soon as they can be; the summary waits. */
final class Reporting {
    private final ResultsDirectory directory;
    private final AllureResults allure;
    private final Console console;
    private String summary = "";

    /** Clears the directory of earlier results. */
    Reporting(Path results, List<Clause> clauses, int expected) {
        directory = new ResultsDirectory(results);
        directory.clear();
        allure = new AllureResults(directory, clauses);
        console = Console.standard(expected);
    }

    void ruled(String address, Ruling ruling) {
        allure.write(address, ruling);
        console.ruled(ruling);
    }

    /**
     * Writes what comes at the end.
     *
     * @param recorded further candidates for the matrix, whose results were recorded earlier
     */
    void finish(RunReport report, List<Column> recorded) {
        Matrix matrix = Matrix.of(report, recorded);
        directory.write(Matrix.MARKDOWN, matrix.toMarkdown());
        directory.write(Matrix.PAGE, matrix.toHtml());
        allure.finish(report, matrix);
        directory.write(JsonReport.FILE, JsonReport.render(report));
        directory.write(VerdictLines.FILE, VerdictLines.render(report));
        directory.write(KtapReport.FILE, KtapReport.render(report));
        summary = Summary.render(report, directory.path());
        directory.write(Summary.FILE, summary);
    }

    /** Says the summary on the console. */
    void say() {
        console.say(summary);
    }

    /** Says the summary while the virtual machine ends. */
    void sayAtVmEnd() {
        Console.sayAtVmEnd(summary);
    }
}
