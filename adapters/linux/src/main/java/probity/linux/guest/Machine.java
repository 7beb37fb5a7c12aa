package probity.linux.guest;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;

/** A running QEMU with its files, and the sockets that it has connected to. */
final class Machine implements Remains, AutoCloseable {
    private final GuestDirectory directory;
    private final Process process;
    private final Guard guard;
    private final List<SocketChannel> lines;
    private final SocketChannel qmpLine;
    private final Qmp qmp;

    private Machine(
            GuestDirectory directory,
            Process process,
            Guard guard,
            List<SocketChannel> lines,
            SocketChannel qmpLine,
            Qmp qmp) {
        this.directory = directory;
        this.process = process;
        this.guard = guard;
        this.lines = lines;
        this.qmpLine = qmpLine;
        this.qmp = qmp;
    }

    /**
     * Starts QEMU.
     *
     * @param modules an archive with the modules of the kernel
     * @param command makes the command line for a directory
     * @param limit how long it may take to open its devices
     * @throws GuestLost if it does not come that far
     */
    static Machine start(
            Optional<Path> modules,
            Function<GuestDirectory, List<String>> command,
            Duration limit) {
        try {
            GuestDirectory directory = GuestDirectory.create(modules);
            try {
                return start(directory, command.apply(directory), limit);
            } catch (IOException | RuntimeException failed) {
                directory.delete();
                throw failed;
            }
        } catch (IOException failed) {
            throw new GuestLost(
                    Fate.ENDED,
                    GuestProblems.noFiles(Path.of(System.getProperty("java.io.tmpdir")), failed),
                    List.of(),
                    List.of());
        }
    }

    private static Machine start(GuestDirectory directory, List<String> command, Duration limit)
            throws IOException {
        try (Listener virtio = Listener.at(directory.virtio());
                Listener uart = Listener.at(directory.uart());
                Listener qmp = Listener.at(directory.qmp())) {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(directory.messages().toFile())
                            .start();
            Guard guard = guarded(process, directory);
            CompletableFuture<Process> exit = process.onExit();
            exit.thenRun(guard::released);
            exit.copy()
                    .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete(
                            (ended, late) -> Stream.of(virtio, uart, qmp).forEach(Listener::close));
            try {
                List<SocketChannel> lines = List.of(virtio.accept(), uart.accept());
                SocketChannel monitor = qmp.accept();
                return new Machine(
                        directory, process, guard, lines, monitor, new Qmp(monitor, limit));
            } catch (IOException notConnected) {
                GuestLost lost = notStarted(process, directory, limit);
                stop(process, guard);
                throw lost;
            }
        }
    }

    private static Guard guarded(Process process, GuestDirectory directory) throws IOException {
        try {
            return Guard.over(process, directory);
        } catch (IOException unguarded) {
            process.destroyForcibly();
            throw unguarded;
        }
    }

    private static GuestLost notStarted(Process process, GuestDirectory directory, Duration limit) {
        return new GuestLost(
                Fate.ENDED,
                process.isAlive()
                        ? GuestProblems.notReady(limit, true)
                        : GuestProblems.ended(
                                Autopsy.START, process.exitValue(), messages(directory)),
                List.of(),
                List.of());
    }

    /** The lines on which the agent may speak up. */
    List<SocketChannel> lines() {
        return lines;
    }

    /** QEMU's monitor. */
    Qmp qmp() {
        return qmp;
    }

    @Override
    public Console console() {
        return new Console(directory.console());
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public int status() {
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    GuestDirectory directory() {
        return directory;
    }

    @Override
    public List<String> messages() {
        return messages(directory);
    }

    @Override
    public void awaitEnd(Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException alive) {
            // whoever asks sees that it is
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        stop(process, guard);
        Stream.concat(lines.stream(), Stream.of(qmpLine)).forEach(Machine::close);
    }

    /** The guard deletes the files, when QEMU can write to them no more. */
    private static void stop(Process process, Guard guard) {
        process.destroyForcibly();
        process.onExit().join();
        guard.released();
        guard.close();
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException nothingLeft) {
            // its other end is gone anyway
        }
    }

    private static List<String> messages(GuestDirectory directory) {
        try {
            return Files.exists(directory.messages())
                    ? new String(Files.readAllBytes(directory.messages()), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException unreadable) {
            return List.of("(what it said cannot be read: " + unreadable.getMessage() + ")");
        }
    }
}
