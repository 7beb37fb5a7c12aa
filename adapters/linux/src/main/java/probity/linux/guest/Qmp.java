package probity.linux.guest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * QEMU's monitor, as far as it takes to save and restore a guest. QEMU writes one object a line,
 * and answers the commands one after the other; events may stand between.
 */
final class Qmp {
    private static final Pattern STATUS = Pattern.compile("\"status\": *\"([a-z-]+)\"");
    private static final Pattern DESCRIPTION =
            Pattern.compile("\"desc\": *\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final long STEP_MILLIS = 2;

    private final SocketChannel channel;
    private final Duration limit;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).limit(0);
    private long deadline;
    private boolean negotiated;

    /**
     * Talks to a monitor.
     *
     * @param channel to it; it does not block from here on, so that a hung QEMU is noticed
     * @param limit how long saving or restoring may take
     */
    Qmp(SocketChannel channel, Duration limit) throws IOException {
        channel.configureBlocking(false);
        this.channel = channel;
        this.limit = limit;
    }

    /** Saves the running guest to a file, and has it go on. */
    void saveTo(Path state) throws IOException {
        begin();
        // QEMU stops the guest by itself; one that was stopped before stays stopped when restored.
        command(
                "{\"execute\": \"migrate\", \"arguments\": {\"uri\": %s}}"
                        .formatted(quoted("exec:cat >" + Shell.quoted(state))));
        String status = status("query-migrate");
        while (!status.equals("completed")) {
            if (status.equals("failed")) {
                throw new IOException("QEMU's migration to the file failed");
            }
            pause();
            status = status("query-migrate");
        }
        command("{\"execute\": \"cont\"}");
    }

    /** Waits until a guest that is being restored runs. */
    void awaitRestored() throws IOException {
        begin();
        while (!status("query-status").equals("running")) {
            pause();
        }
    }

    private void begin() throws IOException {
        deadline = System.nanoTime() + limit.toNanos();
        if (!negotiated) {
            command("{\"execute\": \"qmp_capabilities\"}");
            negotiated = true;
        }
    }

    private String status(String query) throws IOException {
        Matcher status = STATUS.matcher(command("{\"execute\": \"%s\"}".formatted(query)));
        return status.find() ? status.group(1) : "none";
    }

    private String command(String json) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(json + "\n");
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) == 0) {
                pause();
            }
        }
        String line = line();
        while (!line.startsWith("{\"return\"")) {
            if (line.startsWith("{\"error\"")) {
                Matcher description = DESCRIPTION.matcher(line);
                throw new IOException(
                        "QEMU says '" + (description.find() ? description.group(1) : line) + "'");
            }
            line = line(); // after a greeting or an event
        }
        return line;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            while (buffer.hasRemaining()) {
                char next = (char) (buffer.get() & 0xff);
                if (next == '\n') {
                    return line.toString().strip();
                }
                line.append(next);
            }
            fill();
        }
    }

    private void fill() throws IOException {
        buffer.clear();
        int read = channel.read(buffer);
        buffer.flip();
        if (read < 0) {
            throw new IOException("QEMU has ended");
        }
        if (read == 0) {
            pause();
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void pause() throws IOException {
        if (System.nanoTime() - deadline > 0) {
            throw new IOException("it took more than %d s".formatted(limit.toSeconds()));
        }
        try {
            Thread.sleep(STEP_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("the kit was interrupted", interrupted);
        }
    }
}
