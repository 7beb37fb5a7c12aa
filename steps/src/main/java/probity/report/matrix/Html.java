package probity.report.matrix;

/** Text as HTML. */
final class Html {
    private Html() {}

    /** Text for an element or a quoted attribute. What no document may hold becomes U+FFFD. */
    static String text(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A link within the page. */
    static String link(String anchor, String html) {
        return "<a href=\"#" + text(anchor) + "\">" + html + "</a>";
    }

    /** A part that a reader unfolds. */
    static String details(String summary, String html) {
        return "<details><summary>" + summary + "</summary>\n" + html + "</details>\n";
    }

    /** Lines as they stand. */
    static String pre(String lines) {
        return "<pre>" + text(lines) + "</pre>\n";
    }
}
