package probity.report.console;

import java.io.PrintStream;
import java.nio.file.Path;
import probity.report.Ruling;
import probity.report.RunReport;

/** What a run says on standard output. */
public final class Console {
    /** Name of the file that keeps the summary. */
    public static final String FILE = "probity-report.txt";

    private final PrintStream out;
    private final Progress progress;

    private Console(PrintStream out, int expected) {
        this.out = out;
        this.progress = new Progress(expected, System::nanoTime);
    }

    /**
     * The terminal, or whatever stands for it.
     *
     * @param expected how many rulings will come
     */
    public static Console standard(int expected) {
        return new Console(System.out, expected);
    }

    /** Says how far the run is, now and then. */
    public void ruled(Ruling ruling) {
        String line = progress.ruled(ruling);
        if (!line.isEmpty()) {
            out.println(line);
        }
    }

    /** Says what was found; also to be kept as a file. */
    public String finish(RunReport report, Path results) {
        String summary = Summary.render(report, shortest(results));
        out.print(summary);
        out.flush();
        return summary;
    }

    /** A path as people in the working directory type it. */
    private static String shortest(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        return (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
    }
}
