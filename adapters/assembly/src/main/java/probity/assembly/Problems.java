package probity.assembly;

import java.util.ArrayList;
import java.util.List;
import probity.spi.Diagnostic;

/** Everything that is wrong with one directory, in the order in which it was found. */
final class Problems {
    private final List<Diagnostic> found = new ArrayList<>();

    void add(Diagnostic problem) {
        found.add(problem);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Diagnostic> list() {
        return List.copyOf(found);
    }

    /** One diagnostic for all: the only problem itself, or a list of them. */
    static Diagnostic summary(String directory, List<Diagnostic> problems) {
        if (problems.size() == 1) {
            return problems.get(0);
        }
        return new Diagnostic(
                "asm-problems",
                "The trampolines in %s cannot be used: there are %d problems."
                        .formatted(directory, problems.size()),
                problems.stream().map(Problems::indented).toList(),
                "Nothing has been run. docs/trampolines-from-outside.md explains each of them.");
    }

    private static String indented(Diagnostic problem) {
        return problem.toString().replace("\n", "\n  ");
    }
}
