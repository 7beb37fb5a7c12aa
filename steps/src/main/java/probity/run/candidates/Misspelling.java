package probity.run.candidates;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what was meant by a misspelt name. */
public final class Misspelling {
    /** More than a third of the letters wrong is another name. */
    private static final int LETTERS_PER_MISTAKE = 3;

    private Misspelling() {}

    /** The nearest of the known names, if one is near. */
    public static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .filter(other -> distance(name, other) <= name.length() / LETTERS_PER_MISTAKE)
                .min(Comparator.comparingInt(other -> distance(name, other)));
    }

    /** How many letters must be inserted, deleted or replaced (Levenshtein). */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
