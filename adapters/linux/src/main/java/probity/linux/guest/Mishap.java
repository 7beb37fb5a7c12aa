package probity.linux.guest;

import java.util.List;
import probity.spi.Ending;
import probity.spi.Exhibit;
import probity.spi.MachineDied;

/**
 * What went wrong with a guest, as a candidate tells it.
 *
 * @param ending {@code TRAP} if the kernel is to blame, {@code LOST} if nobody can tell
 * @param sentence what happened
 * @param exhibits the console and the last system calls
 */
public record Mishap(Ending ending, String sentence, List<Exhibit> exhibits) {
    /** What the console's log is called. */
    public static final String CONSOLE = "console";

    /** What the list of system calls is called. */
    public static final String CALLS = "last system calls";

    public Mishap {
        exhibits = List.copyOf(exhibits);
    }

    static Mishap of(Ending ending, String sentence, List<String> console, List<String> calls) {
        return new Mishap(
                ending, sentence, List.of(exhibit(CONSOLE, console), exhibit(CALLS, calls)));
    }

    private static Exhibit exhibit(String name, List<String> lines) {
        return new Exhibit(name, lines.isEmpty() ? "(none)" : String.join("\n", lines));
    }

    /** Where no result of a call can say it. */
    public MachineDied died() {
        return new MachineDied(ending, sentence, exhibits);
    }
}
