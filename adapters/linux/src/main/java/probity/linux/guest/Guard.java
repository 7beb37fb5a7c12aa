package probity.linux.guest;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A shell that outlives the kit by a moment: when the pipe to it ends, however that came, it kills
 * QEMU and deletes the guest's files. A shutdown hook would do for Ctrl-C, but not for a kit that
 * was killed itself.
 */
final class Guard implements AutoCloseable {
    /** A line means that QEMU has ended, and its process id may be somebody else's by now. */
    private static final String SCRIPT =
            "trap '' INT TERM HUP; read -r line || kill -9 \"$1\"; cat >/dev/null;"
                    + " rm -rf -- \"$2\"";

    private static final long LIMIT_SECONDS = 30;

    private final Process shell;

    private Guard(Process shell) {
        this.shell = shell;
    }

    /** Watches over a process and a directory. */
    static Guard over(Process qemu, GuestDirectory directory) throws IOException {
        return new Guard(
                new ProcessBuilder(
                                List.of(
                                        "/bin/sh",
                                        "-c",
                                        SCRIPT,
                                        "probity-guard",
                                        Long.toString(qemu.pid()),
                                        directory.path().toString()))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    /** Says that QEMU has ended. */
    synchronized void released() {
        try {
            shell.getOutputStream().write('\n');
            shell.getOutputStream().flush();
        } catch (IOException gone) {
            // a guard that is gone kills nothing either
        }
    }

    /** Has it delete the files, and waits for its end. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
        } catch (IOException gone) {
            // and so it needs no end
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
