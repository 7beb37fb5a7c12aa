package probity.assembly;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a {@code candidate.properties}. Read more strictly than {@link java.util.Properties}
 * does: a key stands once, a value on its key's line, and each entry keeps its line number.
 */
final class PropertiesFile {
    /** The file's name in a candidate's directory. */
    static final String NAME = "candidate.properties";

    /** One property and where it stands. */
    record Entry(String key, String value, int line) {}

    /** What some editors put before a text in UTF-8. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final Pattern LINE = Pattern.compile("([^\\s=:]+)\\s*[=:]\\s*(.*)");

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private PropertiesFile() {}

    static PropertiesFile parse(String text, Problems problems) {
        PropertiesFile file = new PropertiesFile();
        int number = 0;
        String visible = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        for (String raw : visible.lines().toList()) {
            number++;
            String line = raw.strip();
            if (!line.isEmpty() && line.charAt(0) != '#' && line.charAt(0) != '!') {
                file.read(line, number, problems);
            }
        }
        return file;
    }

    private void read(String line, int number, Problems problems) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches() || line.endsWith("\\")) {
            problems.add(PropertyProblems.syntax(line, number));
            return;
        }
        Entry entry = new Entry(matcher.group(1), matcher.group(2), number);
        Entry first = entries.putIfAbsent(entry.key(), entry);
        if (first != null) {
            problems.add(PropertyProblems.duplicateKey(first, entry));
        }
    }

    /** All entries in the order of their lines; of a duplicate key only the first. */
    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    Optional<Entry> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** The entries whose key means nothing. */
    List<Entry> unknown() {
        return entries().stream()
                .filter(entry -> !PropertiesReader.KEYS.contains(entry.key()))
                .toList();
    }

    /** Whether this key is missing. A misspelt one is not: it is wrong, and that is said of it. */
    boolean lacks(String key) {
        return find(key).isEmpty()
                && unknown().stream()
                        .map(entry -> Spelling.nearest(entry.key(), PropertiesReader.KEYS))
                        .noneMatch(meant -> meant.equals(Optional.of(key)));
    }
}
