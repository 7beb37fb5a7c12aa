package probity.designs;

import java.util.ArrayList;
import java.util.List;

/** Clause ids as people write them: {@code RET-02–05, TRN-06}. */
final class Ranges {
    private Ranges() {}

    static String of(List<String> ids) {
        List<String> ranges = new ArrayList<>();
        List<String> sorted = ids.stream().sorted().toList();
        for (int from = 0; from < sorted.size(); ) {
            int to = from;
            while (to + 1 < sorted.size() && follows(sorted.get(to), sorted.get(to + 1))) {
                to++;
            }
            String first = sorted.get(from);
            String last = sorted.get(to);
            if (to == from) {
                ranges.add(first);
            } else if (to == from + 1) {
                ranges.add(first);
                ranges.add(last);
            } else {
                ranges.add(first + "–" + last.substring(chapterOf(last).length() + 1));
            }
            from = to + 1;
        }
        return String.join(", ", ranges);
    }

    private static boolean follows(String id, String next) {
        return chapterOf(id).equals(chapterOf(next)) && numberOf(id) + 1 == numberOf(next);
    }

    private static String chapterOf(String id) {
        return id.substring(0, id.indexOf('-'));
    }

    private static int numberOf(String id) {
        return Integer.parseInt(id.substring(id.indexOf('-') + 1));
    }
}
