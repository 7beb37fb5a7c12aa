package probity.run;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Texts with commas between them. A comma in a text, as in a path, is written as {@code \,}. */
final class CommaList {
    private static final String INSIDE = "\\,";
    private static final String BETWEEN = "(?<!\\\\),";

    private CommaList() {}

    /** The texts, without blanks around them; empty ones are left out. */
    static List<String> read(String list) {
        return Arrays.stream(list.split(BETWEEN))
                .map(String::strip)
                .map(text -> text.replace(INSIDE, ","))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** What is read as these texts. */
    static String write(List<String> texts) {
        return texts.stream()
                .map(text -> text.replace(",", INSIDE))
                .collect(Collectors.joining(","));
    }
}
