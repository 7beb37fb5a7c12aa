package probity.steps;

import java.util.List;
import probity.judge.Difference;
import probity.judge.Judgement;
import probity.run.Violation;

/** Turns differences into what a failure screen shows. */
final class Violations {
    private Violations() {}

    /** A violation with these differences; the first one gives the title and the hint. */
    static Violation of(List<Difference> found, int compared) {
        List<Violation.Line> lines =
                found.stream()
                        .map(
                                d ->
                                        new Violation.Line(
                                                d.where(), d.subject(), d.expected(), d.actual()))
                        .toList();
        return Violation.of(found.get(0).sentence(), Math.max(compared, lines.size()), lines)
                .withHint(found.get(0).check().hint());
    }

    /** The same with the order of events. */
    static Violation of(List<Difference> found, int compared, Judgement judgement) {
        Violation violation = of(found, compared);
        return judgement.expectedOrder().isEmpty()
                ? violation
                : violation.withOrder(judgement.expectedOrder(), judgement.actualOrder());
    }
}
