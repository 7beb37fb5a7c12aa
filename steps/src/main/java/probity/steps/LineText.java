package probity.steps;

import java.util.ArrayList;
import java.util.List;
import probity.judge.Check;
import probity.judge.Difference;
import probity.judge.ReleaseLine;
import probity.run.Trial;
import probity.spi.Description;

/** What a release line looks like, in a sentence for each of its members (RET-08). */
final class LineText {
    private LineText() {}

    /**
     * The sentences.
     *
     * @param line oldest first
     */
    static List<String> of(List<Trial.Release> line) {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Description release = line.get(i).description();
            sentences.add(
                    String.format(
                            "Release %d of %d, %s (version %s), is at stage %d, %s: %s",
                            i + 1,
                            line.size(),
                            line.get(i).address(),
                            release.version(),
                            release.stage().number(),
                            release.stage(),
                            step(line, i)));
        }
        return sentences;
    }

    /** What the step to a release is, by itself. */
    private static String step(List<Trial.Release> line, int i) {
        List<Description> step =
                line.subList(Math.max(0, i - 1), i + 1).stream()
                        .map(Trial.Release::description)
                        .toList();
        String here = "in release " + (step.size() - 1) + " ";
        List<Difference> wrong =
                ReleaseLine.check(step).of(Check.RELEASE_LINE).differences().stream()
                        .filter(difference -> difference.where().startsWith(here))
                        .toList();
        if (!wrong.isEmpty()) {
            Difference first = wrong.get(0);
            return "ILLEGAL, as "
                    + first.subject()
                    + " should be "
                    + first.expected()
                    + " but is "
                    + first.actual()
                    + ".";
        }
        return i == 0 ? "the line begins here." : "a legal step.";
    }
}
