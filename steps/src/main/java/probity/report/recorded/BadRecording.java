package probity.report.recorded;

import java.nio.file.Path;
import java.util.List;

/** A recording is not well formed. Says everything that is wrong at once. */
public final class BadRecording extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    BadRecording(Path file, List<String> problems) {
        super("The recorded results in '" + file + "' are not well formed.");
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in a sentence each. */
    public List<String> problems() {
        return problems;
    }
}
