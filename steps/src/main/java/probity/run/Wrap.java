package probity.run;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines. */
final class Wrap {
    private Wrap() {}

    /** Lines of at most so many columns, each after the indent; a longer word has its own line. */
    static List<String> at(int columns, String indent, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.strip().split("\\s+")) {
            boolean first = line.length() == indent.length();
            if (!first && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                first = true;
            }
            line.append(first ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
