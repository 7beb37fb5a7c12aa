package probity.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options that a run understands, as system properties. */
enum Option {
    CANDIDATE(
            "probity.candidate",
            "addresses of what is judged, comma separated, or @ and a file of them"),
    CLAUSES("probity.clauses", "clause ids or patterns such as PTR-*, with commas between them"),
    CANDIDATE_PATH("probity.candidate.path", "extra class path for java: candidates"),
    LINE("probity.line", "addresses of the release line, oldest first, or @ and a file of them"),
    WAIVERS("probity.waivers", "YAML file of tolerated violations"),
    RECORDS("probity.records", "directory of recorded results to compare with"),
    TIMEOUT("probity.timeout", "the most seconds that one call into a candidate may take"),
    CASES("probity.cases", "how many random cases each property tries"),
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

    /** One line per option, those of schemes last, for people. */
    static List<String> help(Map<String, String> schemes) {
        Map<String, String> all = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(option -> all.put(option.property, option.meaning));
        all.putAll(schemes);
        return all.entrySet().stream()
                .map(each -> "known: " + each.getKey() + " (" + each.getValue() + ")")
                .toList();
    }

    static List<String> properties() {
        return Arrays.stream(values()).map(Option::property).toList();
    }
}
