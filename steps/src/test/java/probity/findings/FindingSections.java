package probity.findings;

import java.util.List;
import java.util.regex.Pattern;
import probity.report.recorded.Recording;

/** The findings that recordings name, and the page that explains them. */
final class FindingSections {
    private FindingSections() {}

    /**
     * The findings without a section, each with the first result that names it.
     *
     * @param page Markdown; a section's heading begins with the finding's name
     */
    static List<String> missing(List<Recording> recordings, String page) {
        return recordings.stream()
                .flatMap(
                        recording ->
                                recording.results().entrySet().stream()
                                        .filter(entry -> !entry.getValue().finding().isEmpty())
                                        .filter(e -> !has(page, e.getValue().finding()))
                                        .map(
                                                entry ->
                                                        entry.getValue().finding()
                                                                + " ("
                                                                + recording.fileName()
                                                                + ", "
                                                                + entry.getKey()
                                                                + ")"))
                .toList();
    }

    private static boolean has(String page, String finding) {
        return Pattern.compile("^#+ +" + Pattern.quote(finding) + "(?![\\w-])", Pattern.MULTILINE)
                .matcher(page)
                .find();
    }
}
