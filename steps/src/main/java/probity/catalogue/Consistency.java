package probity.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether features and catalogue speak of the same clauses: each scenario decides exactly one, each
 * clause has a scenario or a reason why not, and each sentence has a meaning.
 */
public final class Consistency {
    /** Tags a scenario as deciding a recommendation within a clause that is a MUST. */
    public static final String SHOULD = "@SHOULD";

    private final Catalogue catalogue;
    private final Set<String> covered = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    private Consistency(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All problems, each as a full sentence; empty if there is none. */
    public static List<String> problems(Catalogue catalogue, Rehearsal rehearsal) {
        Consistency consistency = new Consistency(catalogue);
        rehearsal.scenarios().forEach(consistency::scenario);
        catalogue.clauses().forEach(consistency::clause);
        consistency.problems.addAll(rehearsal.unmatchedSteps().stream().sorted().toList());
        rehearsal
                .unusedDefinitions()
                .forEach(
                        (pattern, place) ->
                                consistency.problems.add(
                                        "No feature uses the step '"
                                                + pattern
                                                + "' of "
                                                + place
                                                + "."));
        return consistency.problems;
    }

    private void scenario(Rehearsal.Scenario scenario) {
        List<Clause> clauses = new ArrayList<>();
        for (String tag : scenario.tags()) {
            catalogue
                    .find(tag.substring(1))
                    .ifPresentOrElse(clauses::add, () -> unknown(scenario, tag));
        }
        if (clauses.isEmpty()) {
            problem(scenario, "has no clause");
        }
        if (clauses.size() > 1) {
            problem(scenario, "has " + clauses.size() + " clauses; it can decide one only");
        }
        for (Clause clause : clauses) {
            covered.add(clause.id());
            if (!clause.chapter().toLowerCase(Locale.ROOT).equals(scenario.folder())) {
                problem(scenario, "decides " + clause.id() + " outside of its chapter's folder");
            }
        }
        if (!names.add(scenario.file() + scenario.name())) {
            problem(scenario, "has the name of another one in its file");
        }
        if (!scenario.keywords().contains("Then")) {
            problem(scenario, "has no then-step, so that it cannot fail");
        }
    }

    private void unknown(Rehearsal.Scenario scenario, String tag) {
        if (!tag.equals(SHOULD)) {
            problem(scenario, "has the unknown tag " + tag);
        }
    }

    private void clause(Clause clause) {
        boolean tested = covered.contains(clause.id());
        if (!tested && clause.untested().isEmpty()) {
            problems.add(
                    "Clause "
                            + clause.id()
                            + " has neither a scenario nor a reason for having"
                            + " none.");
        }
        if (tested && clause.untested().isPresent()) {
            problems.add(
                    "Clause " + clause.id() + " has scenarios, and also a reason for having none.");
        }
    }

    private void problem(Rehearsal.Scenario scenario, String what) {
        problems.add(scenario.place() + ": the scenario '" + scenario.name() + "' " + what + ".");
    }
}
