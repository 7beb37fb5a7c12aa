package probity.linux.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One hit of an event as the kernel's trace tells it.
 *
 * @param line the line, without the task and the time before it
 * @param values what the event recorded, by the names in its definition
 * @param stack the addresses of the stack that the kernel printed below it; may be empty
 */
record Traced(String line, Map<String, Long> values, List<Long> stack) {
    private static final Pattern VALUE = Pattern.compile("(\\w+)=0x([0-9a-f]+)");
    private static final Pattern FRAME = Pattern.compile("^ => .*<([0-9a-f]{16})>$");

    /**
     * Reads a trace.
     *
     * @param trace the file {@code trace} of tracefs
     * @param events the names of the events that are wanted
     */
    static List<Traced> read(String trace, List<String> events) {
        List<Traced> hits = new ArrayList<>();
        for (String line : trace.lines().toList()) {
            Matcher frame = FRAME.matcher(line);
            if (frame.matches() && !hits.isEmpty()) {
                hits.get(hits.size() - 1).stack.add(Long.parseUnsignedLong(frame.group(1), 16));
            }
            events.stream()
                    .map(event -> line.indexOf(" " + event + ": "))
                    .filter(at -> at >= 0)
                    .findFirst()
                    .ifPresent(at -> hits.add(hit(line.substring(at + 1))));
        }
        return hits;
    }

    private static Traced hit(String line) {
        Map<String, Long> values = new LinkedHashMap<>();
        Matcher value = VALUE.matcher(line);
        while (value.find()) {
            values.put(value.group(1), Long.parseUnsignedLong(value.group(2), 16));
        }
        return new Traced(line, values, new ArrayList<>());
    }

    /** A value that the event recorded. */
    long value(String name) {
        if (!values.containsKey(name)) {
            throw new IllegalStateException("There is no " + name + " in '" + line + "'.");
        }
        return values.get(name);
    }
}
