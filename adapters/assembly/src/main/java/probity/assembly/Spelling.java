package probity.assembly;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Guesses which key was meant. */
final class Spelling {
    /** More changes than this are no slip of the finger. */
    private static final int FAR = 3;

    /** Names that people use for the registers that the kernel calls otherwise. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("x29", "fp", "x30", "lr", "cpsr", "pstate", "spsr", "pstate", "ip", "pc");

    private Spelling() {}

    /** The known key that is nearest to this unknown one, if any is near. */
    static Optional<String> nearest(String unknown, Collection<String> known) {
        int dot = unknown.lastIndexOf('.');
        String renamed = OTHER_NAMES.get(unknown.substring(dot + 1));
        if (renamed != null && known.contains(unknown.substring(0, dot + 1) + renamed)) {
            return Optional.of(unknown.substring(0, dot + 1) + renamed);
        }
        return known.stream()
                .min(Comparator.comparingInt(key -> distance(unknown, key)))
                .filter(key -> distance(unknown, key) <= FAR);
    }

    /** How many characters have to be inserted, deleted or replaced to make one of the other. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
