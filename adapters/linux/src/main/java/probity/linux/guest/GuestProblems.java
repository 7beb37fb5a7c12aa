package probity.linux.guest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import probity.linux.image.Room;
import probity.spi.Diagnostic;

/** What can become of a guest. */
final class GuestProblems {
    private GuestProblems() {}

    static Diagnostic noFiles(Path temporary, IOException why) {
        return new Diagnostic(
                "guest-files",
                "The files of a guest cannot be made among the temporary files.",
                List.of(
                        String.valueOf(why.getMessage()),
                        "%s has %s left, and a guest takes a few MB."
                                .formatted(temporary, Room.left(temporary))),
                "JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=<directory> names another place.");
    }

    static Diagnostic ended(String when, int status, List<String> messages) {
        return new Diagnostic(
                "qemu-ended",
                "QEMU ended %s, with status %d, and the kernel had not complained."
                        .formatted(when, status),
                messages,
                "");
    }

    static Diagnostic crashed(String when, Trouble trouble) {
        return new Diagnostic(
                "kernel-crashed",
                "The kernel crashed %s: %s".formatted(when, trouble.line()),
                List.of(),
                "");
    }

    static Diagnostic agentDied(String when, Trouble trouble) {
        return new Diagnostic(
                "agent-died",
                "The agent ended %s: %s".formatted(when, trouble.line()),
                List.of(),
                "");
    }

    static Diagnostic noLine() {
        return new Diagnostic(
                "guest-no-line",
                "The agent runs, but this kernel gives it no line to the kit.",
                List.of(),
                "Build the kernel with CONFIG_VIRTIO_PCI=y and CONFIG_VIRTIO_CONSOLE=y, or with"
                        + " CONFIG_SERIAL_8250_PCI=y.");
    }

    static Diagnostic notReady(Duration limit, boolean silentConsole) {
        return new Diagnostic(
                "guest-not-ready",
                "The guest was not ready within %d s.".formatted(limit.toSeconds()),
                silentConsole ? List.of("Its console is empty.") : List.of(),
                "Is it an arm64 kernel for QEMU's machine 'virt', with CONFIG_BLK_DEV_INITRD=y and"
                        + " CONFIG_DEVTMPFS=y? On a busy machine -Dprobity.linux.boot.timeout= gives"
                        + " it more time.");
    }

    static Diagnostic notRestored(String why, List<String> messages) {
        return new Diagnostic(
                "state-refused",
                "QEMU does not restore the saved state of the guest: %s.".formatted(why),
                messages,
                "");
    }

    static Diagnostic notSaved(Path directory, IOException why) {
        return new Diagnostic(
                "state-not-saved",
                "The state of the guest could not be saved: %s.".formatted(why.getMessage()),
                List.of(
                        "%s has %s left, and a state takes up to 100 MB."
                                .formatted(directory, Room.left(directory))),
                "The run goes on, and boots where it could have restored. XDG_CACHE_HOME names"
                        + " another place for the cache.");
    }
}
