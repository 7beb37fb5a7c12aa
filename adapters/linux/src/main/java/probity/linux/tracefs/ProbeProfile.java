package probity.linux.tracefs;

import java.util.List;
import probity.linux.abi.MalformedException;

/**
 * How often an event of a kprobe or kretprobe was hit: a line of {@code kprobe_profile}.
 *
 * @param name the event's, without its group
 * @param hits how often it was recorded
 * @param missed how often it could not be: a hit within a hit, or an empty pool
 */
public record ProbeProfile(String name, long hits, long missed) {
    /**
     * All lines of the file.
     *
     * @throws MalformedException if one of them is no such line
     */
    public static List<ProbeProfile> parse(String file) {
        return file.lines().filter(line -> !line.isBlank()).map(ProbeProfile::line).toList();
    }

    private static ProbeProfile line(String line) {
        String[] words = line.strip().split("\\s+");
        if (words.length == 3) {
            try {
                return new ProbeProfile(
                        words[0],
                        Long.parseUnsignedLong(words[1]),
                        Long.parseUnsignedLong(words[2]));
            } catch (NumberFormatException e) {
                // said below
            }
        }
        throw new MalformedException(
                "'%s' is no line of kprobe_profile: a name and two counts.".formatted(line));
    }
}
