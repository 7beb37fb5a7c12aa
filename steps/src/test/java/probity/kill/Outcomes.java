package probity.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import probity.candidates.Miniature;

/** What became of each miniature; each is judged once, whatever is asked of it. */
final class Outcomes {
    /** How many are judged between two words on the console. */
    private static final int STEP = 25;

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

    /**
     * All of them, in the order of the miniatures; they are judged on as many cores as there are.
     */
    List<Outcome> all() {
        if (judged == null) {
            AtomicInteger done = new AtomicInteger();
            judged = miniatures.parallelStream().map(it -> judge(it, done)).toList();
        }
        return judged;
    }

    private Outcome judge(Miniature miniature, AtomicInteger done) {
        Outcome outcome = Outcome.of(miniature, clauses.apply(miniature));
        int count = done.incrementAndGet();
        if (count % STEP == 0) {
            System.out.printf("… %d of %d miniatures judged%n", count, miniatures.size());
        }
        return outcome;
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
