package probity.linux.guest;

import java.time.Duration;
import java.util.List;

/** What is left of a machine for those who want to know what it died of. */
interface Remains {
    Console console();

    /** Whether QEMU still runs. */
    boolean isAlive();

    /** QEMU's exit status; it has ended. */
    int status();

    /** What QEMU itself said. */
    List<String> messages();

    /** Waits for QEMU's end, if it comes in that time. */
    void awaitEnd(Duration limit);
}
