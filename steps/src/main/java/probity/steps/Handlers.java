package probity.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import probity.spi.Side;

/**
 * What a probe's handlers do, as phrases per side; a side that is absent has no handler.
 *
 * @param phrases in order
 */
public record Handlers(Map<Side, List<String>> phrases) {
    static final String REGEX = ".+ at (?:entry|exit|both sides)";

    private static final Pattern PART =
            Pattern.compile("(.+?) at (entry|exit|both sides)(?: and |$)");

    /** Reads {@code captures at entry and cancels at exit}. */
    static Handlers parse(String text) {
        Map<Side, List<String>> phrases = new LinkedHashMap<>();
        Matcher part = PART.matcher(text);
        int end = 0;
        while (part.find()) {
            List<String> actions = Arrays.asList(part.group(1).split(", | and "));
            sides(part.group(2)).forEach(side -> add(phrases, side, actions));
            end = part.end();
        }
        if (end != text.length()) {
            throw new IllegalArgumentException("These are no handlers: " + text);
        }
        return new Handlers(phrases);
    }

    /** Reads a table with a side and an action per row. */
    static Handlers parse(List<List<String>> rows) {
        Map<Side, List<String>> phrases = new LinkedHashMap<>();
        for (List<String> row : rows) {
            sides(row.get(0)).forEach(side -> add(phrases, side, List.of(row.get(1))));
        }
        return new Handlers(phrases);
    }

    /** The sides that {@code entry}, {@code exit} or {@code both sides} mean. */
    static List<Side> sides(String text) {
        return switch (text) {
            case "entry" -> List.of(Side.ENTRY);
            case "exit" -> List.of(Side.EXIT);
            case "both sides" -> List.of(Side.ENTRY, Side.EXIT);
            default -> throw new IllegalArgumentException("No side is called " + text + ".");
        };
    }

    private static void add(Map<Side, List<String>> phrases, Side side, List<String> actions) {
        phrases.computeIfAbsent(side, any -> new ArrayList<>()).addAll(actions);
    }
}
