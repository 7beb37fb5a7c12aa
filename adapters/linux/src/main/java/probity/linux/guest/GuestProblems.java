package probity.linux.guest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import probity.spi.Diagnostic;

/** What can become of a guest. */
final class GuestProblems {
    private GuestProblems() {}

    static Diagnostic noFiles(IOException why) {
        return new Diagnostic(
                "guest-files",
                "The files of a guest cannot be made among the temporary files.",
                List.of(String.valueOf(why.getMessage())),
                "Is the disk full? -Djava.io.tmpdir= names another place.");
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

    static Diagnostic notSaved(String why) {
        return new Diagnostic(
                "state-not-saved",
                "The state of the guest could not be saved: %s.".formatted(why),
                List.of(),
                "Is the disk full? A state takes up to 100 MB.");
    }
}
