package probity.everyverdict.properties;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import probity.run.CurrentTrial;
import probity.run.Trial;
import probity.run.Violation;

/** Properties that end in several ways. */
@Label("Every verdict of a property")
class EveryVerdictProperties {
    private final Trial trial = CurrentTrial.get();

    @Property(tries = 20)
    @Tag("TRN-01")
    @Label("holds")
    void holds(@ForAll int any) {
        trial.nextCase();
        trial.description();
    }

    @Property(tries = 100)
    @Tag("TRN-01")
    @Tag("TRN-02")
    @Label("is violated from ten on")
    void isViolated(@ForAll @IntRange(min = 0, max = 1000) int depth) {
        trial.nextCase();
        trial.description();
        trial.evidence("depth", "depth " + depth);
        if (depth >= 10) {
            trial.violated(
                    Violation.of(
                                    "Too deep.",
                                    1,
                                    List.of(new Violation.Line("depth", "< 10", "" + depth)))
                            .withDrawn("depth " + depth, List.of()));
        }
    }

    @Property(tries = 5)
    @Tag("TRN-03")
    @Label("cannot be set up")
    void cannotBeSetUp(@ForAll int any) {
        throw trial.untested("There is no such target.");
    }
}
