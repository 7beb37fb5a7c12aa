package probity.linux.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.linux.guest.GuestOptions;
import probity.spi.CandidateUnavailable;
import probity.spi.Diagnostic;

/**
 * The options {@code probity.linux.*}, as system properties.
 *
 * @param guest how each guest is run
 * @param guests how many guests of one kernel may be in use at the same time
 */
public record LinuxOptions(GuestOptions guest, int guests) {
    /**
     * The same addresses at every boot, so that one run's evidence can be compared with another's,
     * and the same depth of the stack at every system call, so that a second observer can tell what
     * sp is.
     */
    private static final List<String> REPEATABLE =
            List.of("nokaslr", "randomize_kstack_offset=off");

    /** Less than the judge waits where its user does not say otherwise, so that it hears why. */
    private static final Duration CALL = Duration.ofSeconds(40);

    private static final String PREFIX = "probity.linux.";
    private static final String QEMU = PREFIX + "qemu";
    private static final String CPU = PREFIX + "cpu";
    private static final String MEMORY = PREFIX + "memory";
    private static final String ARGUMENTS = PREFIX + "arguments";
    private static final String BOOT = PREFIX + "boot.timeout";
    private static final String CONSOLE = PREFIX + "console";
    private static final String GUESTS = PREFIX + "guests";

    /** As many instances as the kit takes at the same time. */
    private static final int MOST_GUESTS = 1024;

    /** The options that there are, with what each means. */
    public static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put(QEMU, "the QEMU to boot kernels in, by name or path");
        known.put(CPU, "QEMU's name of the processor, with its features");
        known.put(MEMORY, "the memory of a guest in MiB");
        known.put(ARGUMENTS, "further arguments of the kernel, with blanks between them");
        known.put(BOOT, "the most seconds that a boot may take");
        known.put(CONSOLE, "a directory that keeps the console log of every guest");
        known.put(GUESTS, "how many guests judge a kernel at the same time");
        return known;
    }

    /**
     * Reads them.
     *
     * @throws CandidateUnavailable if one has a value that it cannot have
     */
    public static LinuxOptions read(Map<String, String> properties) throws CandidateUnavailable {
        Reader reader = new Reader(properties);
        LinuxOptions read = reader.read();
        if (!reader.problems.isEmpty()) {
            throw new CandidateUnavailable(
                    new Diagnostic(
                            "bad-linux-option",
                            "An option of the kernel's guest has a value that it cannot have.",
                            reader.problems,
                            ""));
        }
        return read;
    }

    /** Reads the values, and collects what is wrong with them. */
    private static final class Reader {
        private final Map<String, String> properties;
        private final List<String> problems = new ArrayList<>();

        Reader(Map<String, String> properties) {
            this.properties = properties;
        }

        LinuxOptions read() {
            GuestOptions guest = guest();
            int most = Capacity.ofThisMachine().guests(guest.memory());
            return new LinuxOptions(guest, number(GUESTS, most, MOST_GUESTS));
        }

        private GuestOptions guest() {
            GuestOptions defaults = GuestOptions.defaults();
            List<String> arguments = new ArrayList<>(REPEATABLE);
            text(ARGUMENTS)
                    .ifPresent(text -> arguments.addAll(List.of(text.strip().split("\\s+"))));
            return new GuestOptions(
                    text(QEMU).orElse(defaults.qemu()),
                    text(CPU).orElse(defaults.cpu()),
                    defaults.smp(),
                    number(MEMORY, defaults.memory(), Integer.MAX_VALUE),
                    arguments,
                    Duration.ofSeconds(
                            number(
                                    BOOT,
                                    (int) defaults.bootLimit().toSeconds(),
                                    Integer.MAX_VALUE)),
                    CALL,
                    text(CONSOLE).map(Path::of));
        }

        private int number(String name, int otherwise, int most) {
            Optional<String> text = text(name);
            if (text.isEmpty()) {
                return otherwise;
            }
            try {
                int number = Integer.parseInt(text.get());
                if (number > 0 && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            String range = most == Integer.MAX_VALUE ? "above 0" : "from 1 to " + most;
            problems.add(
                    "%s is '%s', and takes a whole number %s.".formatted(name, text.get(), range));
            return otherwise;
        }

        private Optional<String> text(String name) {
            return Optional.ofNullable(properties.get(name)).filter(text -> !text.isBlank());
        }
    }
}
