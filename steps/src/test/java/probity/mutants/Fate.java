package probity.mutants;

import java.util.List;
import java.util.Optional;
import probity.candidates.mutants.Mutant;
import probity.judge.Verdict;
import probity.report.Ruling;
import probity.run.ConformanceRun;

/**
 * What became of a mutant.
 *
 * @param mutant the mutant
 * @param killer the clause that failed it, if one did
 * @param unmet the SHOULD clauses that it does not meet
 * @param unclear what got no verdict, by its reason
 */
record Fate(Mutant mutant, Optional<String> killer, List<String> unmet, List<String> unclear) {
    /** Those that kill most come first: a mutant is judged until the first FAIL. */
    private static final List<String> LIKELY =
            List.of("PTR-09", "PTR-10", "TRN-02", "TRN-01", "RET-02", "SYM-02", "PTR-16", "PTR-05");

    static Fate of(Mutant mutant) {
        List<Ruling> rulings =
                ConformanceRun.of(mutant.candidate())
                        .withoutProperties()
                        .startingWith(LIKELY)
                        .stoppingAtFailure()
                        .run()
                        .rulings();
        return new Fate(
                mutant,
                clauses(rulings, Verdict.FAIL).stream().findFirst(),
                clauses(rulings, Verdict.NOT_MET),
                rulings.stream()
                        .filter(
                                ruling ->
                                        ruling.verdict() == Verdict.KIT_ERROR
                                                || ruling.verdict() == Verdict.UNRESOLVED)
                        .map(Ruling::screen)
                        .toList());
    }

    private static List<String> clauses(List<Ruling> rulings, Verdict verdict) {
        return rulings.stream()
                .filter(ruling -> ruling.verdict() == verdict)
                .flatMap(ruling -> ruling.subject().clauses().stream())
                .distinct()
                .toList();
    }

    /** What is wrong with it, against what is listed: a full sentence; empty if nothing is. */
    Optional<String> complaint(Optional<Excuses.Excuse> excuse) {
        if (killer.isPresent()) {
            return excuse.map(
                    it ->
                            "%s is listed as not to be failed, but %s fails it."
                                    .formatted(mutant.id(), killer.get()));
        }
        if (!unclear.isEmpty()) {
            return Optional.of(mutant.id() + " gets no verdict:\n" + unclear.get(0));
        }
        if (excuse.isEmpty()) {
            return Optional.of(
                    unmet.isEmpty()
                            ? mutant.id() + " survives, and no reason is listed."
                            : "%s only does not meet %s, and no reason is listed."
                                    .formatted(mutant.id(), unmet));
        }
        List<String> listed =
                excuse.get().unmet() == null ? List.of() : List.of(excuse.get().unmet());
        return unmet.equals(listed)
                ? Optional.empty()
                : Optional.of(
                        "%s is listed as not meeting %s, but does not meet %s."
                                .formatted(mutant.id(), listed, unmet));
    }
}
