package probity.linux.guest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import probity.linux.guest.Trouble.Kind;

/** What a kernel wrote to its console so far. */
public final class Console {
    /** The lines that evidence shows; a panic with its registers and its call trace has fewer. */
    static final int TAIL = 80;

    private static final Pattern TIME = Pattern.compile("^\\[ *\\d+\\.\\d+\\](\\[[^\\]]*\\])? ");

    /** How kernels from 6.1 on begin their complaints; what stands further up wins. */
    private static final Map<Kind, Pattern> COMPLAINTS = complaints();

    private final Path log;

    /** A console that is written to a file. */
    Console(Path log) {
        this.log = log;
    }

    /** All of it, also where bytes are no characters. */
    public String text() {
        try {
            return Files.exists(log)
                    ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    : "";
        } catch (IOException unreadable) {
            return "(the console log cannot be read: " + unreadable.getMessage() + ")";
        }
    }

    /** How long it is, to be handed to {@link #troublesSince}. */
    public int length() {
        return text().length();
    }

    /** Every complaint so far, in the order of the lines. */
    public List<Trouble> troubles() {
        return troublesSince(0);
    }

    /** The complaints from a position on. */
    public List<Trouble> troublesSince(int position) {
        String text = text();
        return text.substring(Math.min(position, text.length()))
                .lines()
                .map(line -> TIME.matcher(line).replaceFirst(""))
                .flatMap(line -> trouble(line).stream())
                .toList();
    }

    /** The last lines. */
    public List<String> tail() {
        List<String> lines = text().lines().toList();
        return lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
    }

    private static Optional<Trouble> trouble(String line) {
        return COMPLAINTS.entrySet().stream()
                .filter(complaint -> complaint.getValue().matcher(line).find())
                .findFirst()
                .map(complaint -> new Trouble(complaint.getKey(), line.strip()));
    }

    private static Map<Kind, Pattern> complaints() {
        Map<Kind, Pattern> patterns = new LinkedHashMap<>();
        patterns.put(Kind.INIT_ENDED, Pattern.compile("Kernel panic - .*Attempted to kill init!"));
        patterns.put(Kind.PANIC, Pattern.compile("Kernel panic - not syncing"));
        patterns.put(
                Kind.STALL,
                Pattern.compile(
                        "(soft lockup|hard LOCKUP|detected (expedited )?stalls"
                                + "|self-detected stall|blocked .*for more than \\d+ seconds)"));
        patterns.put(
                Kind.OOPS,
                Pattern.compile(
                        "(Internal error: .*\\[#\\d+\\]|Unable to handle kernel "
                                + "|Unhandled (fault: |.* exception)"
                                + "|kernel BUG at |\\bBUG: |UBSAN: |Bad mode in )"));
        patterns.put(Kind.WARNING, Pattern.compile("\\bWARNING: "));
        return patterns;
    }
}
