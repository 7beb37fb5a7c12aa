package probity.run;

import java.util.Arrays;
import java.util.List;

/** The options that a run understands, as system properties. */
enum Option {
    CANDIDATE("probity.candidate", "addresses of what is judged, with commas between them"),
    CLAUSES("probity.clauses", "clause ids or patterns such as PTR-*, with commas between them"),
    CANDIDATE_PATH("probity.candidate.path", "extra class path for java: candidates"),
    LINE("probity.line", "addresses of the release line, oldest first"),
    WAIVERS("probity.waivers", "YAML file of tolerated violations"),
    TIMEOUT("probity.timeout", "the most seconds that one call into a candidate may take"),
    REPLAY("probity.replay", "file of a failed random case to repeat");

    private final String property;
    private final String meaning;

    Option(String property, String meaning) {
        this.property = property;
        this.meaning = meaning;
    }

    String property() {
        return property;
    }

    /** One line per option, for people. */
    static List<String> help() {
        return Arrays.stream(values())
                .map(option -> "known: " + option.property + " (" + option.meaning + ")")
                .toList();
    }

    static List<String> properties() {
        return Arrays.stream(values()).map(Option::property).toList();
    }
}
