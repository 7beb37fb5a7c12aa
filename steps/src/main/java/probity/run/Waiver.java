package probity.run;

import java.util.Optional;
import probity.report.Subject;
import probity.report.Wildcard;

/**
 * A violation that is known and tolerated.
 *
 * @param candidate address pattern; {@code *} stands for anything
 * @param clause the clause
 * @param scenario the scenario's title; where empty, every scenario of the clause is meant
 * @param message a part of what the violation must say: of its title or of one difference
 * @param reason why it is tolerated
 */
record Waiver(
        String candidate, String clause, Optional<String> scenario, String message, String reason) {
    boolean covers(String address, Subject subject) {
        return Wildcard.matches(candidate, address)
                && subject.clauses().contains(clause)
                && scenario.map(subject.name()::equals).orElse(true);
    }
}
