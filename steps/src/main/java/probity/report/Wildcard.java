package probity.report;

import java.util.regex.Pattern;

/** Patterns in which {@code *} stands for anything. */
public final class Wildcard {
    private Wildcard() {}

    /** Whether the whole text matches the pattern. */
    public static boolean matches(String pattern, String text) {
        return text.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    }
}
