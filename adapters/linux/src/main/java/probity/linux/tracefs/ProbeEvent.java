package probity.linux.tracefs;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import probity.spi.Side;

/**
 * An event on a probe, as it is defined by a line appended to {@code dynamic_events}. Append only:
 * a file that is opened to be overwritten loses the events of everybody.
 *
 * @param kind which probe
 * @param group the events' directory below {@code events}
 * @param name the event's name, unique in its group
 * @param symbol the function
 * @param maxActive the pool size of a kretprobe; 0 for the kernel's default
 * @param arguments what to record, such as {@code $arg1} or {@code ret=$retval}; may be empty
 */
public record ProbeEvent(
        Kind kind,
        String group,
        String name,
        String symbol,
        int maxActive,
        List<String> arguments) {
    /** The kernel's names for events: as identifiers in C, at most 63 characters. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

    private static final Pattern FPROBE =
            Pattern.compile("f:([^/\\s]+)/(\\S+) ([^%\\s]+)(%return)?( .*)?");

    /** On which probe an event can be. */
    public enum Kind {
        /** A kprobe at the symbol. */
        KPROBE("p", "", "kprobe event on"),
        /** A kretprobe. */
        KRETPROBE("r", "", "kretprobe event on"),
        /** An fprobe's entry. */
        FPROBE_ENTRY("f", "", "fprobe event at the entry of"),
        /** An fprobe's exit. */
        FPROBE_EXIT("f", "%return", "fprobe event at the exit of");

        private final String letter;
        private final String suffix;
        private final String words;

        Kind(String letter, String suffix, String words) {
            this.letter = letter;
            this.suffix = suffix;
            this.words = words;
        }

        /** An fprobe's side. */
        public static Kind ofFprobe(Side side) {
            return side == Side.ENTRY ? FPROBE_ENTRY : FPROBE_EXIT;
        }

        /** With what the line starts that makes such an event. */
        public String letter() {
            return letter;
        }

        /** Whether it is on an fprobe. */
        public boolean isOnFprobe() {
            return this == FPROBE_ENTRY || this == FPROBE_EXIT;
        }

        /** In words; the function's name belongs behind them. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** The event, if the kernel could take its names. */
    public ProbeEvent {
        requireName(group);
        requireName(name);
        if (symbol.isEmpty() || symbol.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "'%s' cannot be the function of event %s.".formatted(symbol, name));
        }
        if (maxActive < 0 || maxActive > 0 && kind != Kind.KRETPROBE) {
            throw new IllegalArgumentException(
                    "Event %s is a %s and cannot have a pool of %d."
                            .formatted(name, kind.name(), maxActive));
        }
        arguments = List.copyOf(arguments);
    }

    /** An event that records nothing but its hits. */
    public static ProbeEvent of(Kind kind, String group, String name, String symbol) {
        return new ProbeEvent(kind, group, name, symbol, 0, List.of());
    }

    /**
     * The event on an fprobe that a line of {@code dynamic_events} tells of.
     *
     * @return empty if it tells of another event
     */
    public static Optional<ProbeEvent> parseFprobe(String line) {
        Matcher fprobe = FPROBE.matcher(line);
        if (!fprobe.matches()) {
            return Optional.empty();
        }
        Kind kind = Kind.ofFprobe(fprobe.group(4) == null ? Side.ENTRY : Side.EXIT);
        String fetched = fprobe.group(5) == null ? "" : fprobe.group(5).strip();
        return Optional.of(
                of(kind, fprobe.group(1), fprobe.group(2), fprobe.group(3))
                        .recording(fetched.isEmpty() ? new String[0] : fetched.split("\\s+")));
    }

    /** The same with a pool of this many instances. */
    public ProbeEvent withMaxActive(int instances) {
        return new ProbeEvent(kind, group, name, symbol, instances, arguments);
    }

    /** The same with these arguments. */
    public ProbeEvent recording(String... fetched) {
        return new ProbeEvent(kind, group, name, symbol, maxActive, List.of(fetched));
    }

    /** The line that makes it. */
    public String definition() {
        String pool = maxActive > 0 ? Integer.toString(maxActive) : "";
        String line = kind.letter + pool + ":" + group + "/" + name + " " + symbol + kind.suffix;
        return arguments.isEmpty() ? line : line + " " + String.join(" ", arguments);
    }

    /** The line that removes it. */
    public String removal() {
        return "-:" + group + "/" + name;
    }

    /** The file with its id, below the mount point of tracefs. */
    public String idFile() {
        return "events/" + group + "/" + name + "/id";
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no name that an event or its group can have.".formatted(name));
        }
    }
}
