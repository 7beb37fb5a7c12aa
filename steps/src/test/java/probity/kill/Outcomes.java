package probity.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import probity.candidates.Miniature;

/** What became of each miniature; each is judged once, whatever is asked of it. */
final class Outcomes {
    private final List<Miniature> miniatures;
    private final Function<Miniature, String> clauses;
    private List<Outcome> judged;

    /**
     * Of some miniatures.
     *
     * @param clauses by which clauses one is judged: an id or a pattern
     */
    Outcomes(List<Miniature> miniatures, Function<Miniature, String> clauses) {
        this.miniatures = miniatures;
        this.clauses = clauses;
    }

    List<Outcome> all() {
        if (judged == null) {
            judged = new ArrayList<>();
            miniatures.forEach(it -> judged.add(Outcome.of(it, clauses.apply(it))));
        }
        return judged;
    }

    /** A test for each wrong candidate: its clause fails it, and says why. */
    Stream<DynamicTest> theWrongFail(Function<Miniature, String> title) {
        return tests(title, Outcome::complaintsOfWrong);
    }

    /** A test for each twin: nothing fails it. */
    Stream<DynamicTest> theTwinsPass(Function<Miniature, String> title) {
        return tests(title, Outcome::complaintsOfTwin);
    }

    private Stream<DynamicTest> tests(
            Function<Miniature, String> title, Function<Outcome, List<String>> complaints) {
        return all().stream()
                .map(
                        outcome ->
                                DynamicTest.dynamicTest(
                                        title.apply(outcome.miniature()),
                                        () -> assertThat(complaints.apply(outcome)).isEmpty()));
    }
}
