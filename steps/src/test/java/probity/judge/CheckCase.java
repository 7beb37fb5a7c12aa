package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import probity.judge.toy.Toy;
import probity.judge.toy.ToyDescription;
import probity.spi.Execution;
import probity.spi.Plan;

/**
 * One check on one plan: judged right it compares something and finds nothing; spoiled in one place
 * it finds exactly that.
 */
final class CheckCase {
    private final Check check;
    private ToyDescription description = new ToyDescription();
    private Plan.Step[] steps = {};

    private CheckCase(Check check) {
        this.check = check;
    }

    static CheckCase of(Check check) {
        return new CheckCase(check);
    }

    CheckCase on(ToyDescription declared) {
        description = declared;
        return this;
    }

    CheckCase plan(Plan.Step... plan) {
        steps = plan;
        return this;
    }

    /** The right case. */
    CheckCase holds() {
        Findings findings = Toy.of(description).judge(steps);
        assertThat(findings.differences()).as("differences of the right case").isEmpty();
        assertThat(findings.compared(check)).as("compared by " + check).isPositive();
        return this;
    }

    /** The wrong case: what is spoiled, and each difference as text. */
    CheckCase finds(UnaryOperator<Execution> fault, String... differences) {
        return findsIn(Toy.of(description).spoil(fault), differences);
    }

    /** The wrong case on a toy that is spoiled otherwise. */
    CheckCase findsIn(Toy spoiled, String... differences) {
        List<String> found =
                spoiled.judge(steps).differences().stream().map(Difference::toString).toList();
        assertThat(found).containsExactly(differences);
        assertThat(found).anyMatch(text -> text.startsWith(check + ": "));
        return this;
    }

    /** The case in which nothing can be seen. */
    CheckCase isBlindOn(ToyDescription poorer, String reason) {
        Findings findings = Toy.of(poorer).judge(steps);
        assertThat(findings.differences()).isEmpty();
        assertThat(findings.unobservable()).containsEntry(check, reason);
        return this;
    }
}
