package probity.linux.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Supplier;
import probity.linux.agent.Agent;
import probity.linux.agent.AgentLost;
import probity.linux.agent.Hello;
import probity.linux.agent.SystemCalls;
import probity.linux.image.KernelImage;

/**
 * A booted kernel with an agent that answers. Closing it ends QEMU and deletes what it wrote; so
 * does the end of the kit, however it comes.
 */
public final class Guest implements AutoCloseable {
    private final Machine machine;
    private final Agent agent;
    private final Hello hello;
    private final GuestOptions options;
    private boolean closed;

    private Guest(Machine machine, Ready ready, GuestOptions options) {
        this.machine = machine;
        this.agent = ready.agent();
        this.hello = ready.hello();
        this.options = options;
    }

    /**
     * Boots a kernel and waits for its agent.
     *
     * @param kernel what to boot, with the modules that the agent loads
     * @throws GuestLost if the agent is not ready within the limit
     */
    public static Guest boot(Qemu qemu, KernelImage kernel, GuestOptions options) {
        MachineCommand command = new MachineCommand(options);
        Machine machine =
                Machine.start(
                        kernel.modules(),
                        directory -> command.boot(qemu, kernel.image(), directory),
                        options.bootLimit());
        return ready(machine, options, Agent::announcement);
    }

    /**
     * Goes on from where a guest was saved.
     *
     * @param kernel what it was booted from
     * @param state what {@link #save} wrote
     * @throws GuestLost if QEMU does not take the state, or the agent does not answer
     */
    public static Guest restore(Qemu qemu, KernelImage kernel, GuestOptions options, Path state) {
        MachineCommand command = new MachineCommand(options);
        Machine machine =
                Machine.start(
                        kernel.modules(),
                        directory -> command.restore(qemu, kernel.image(), directory, state),
                        options.bootLimit());
        return ready(
                machine,
                options,
                agent -> {
                    restored(machine);
                    return agent.greet();
                });
    }

    private static Guest ready(Machine machine, GuestOptions options, Ready.Greeting greeting) {
        try {
            return new Guest(machine, Ready.await(machine, options, greeting), options);
        } catch (RuntimeException notReady) {
            keepConsole(machine, options);
            machine.close();
            throw notReady;
        }
    }

    /** Until then a UART swallows what it is sent: its state comes with the guest's. */
    private static void restored(Machine machine) {
        try {
            machine.qmp().awaitRestored();
        } catch (IOException failed) {
            throw new Autopsy(machine).notRestored(failed);
        }
    }

    /** The agent. */
    public Agent agent() {
        return agent;
    }

    /** What the agent said of itself when it was ready. */
    public Hello hello() {
        return hello;
    }

    /** System calls of a worker: {@link Agent#MAIN}, or one that was spawned. */
    public SystemCalls calls(int worker) {
        return new SystemCalls(agent, hello, worker, options.callLimit());
    }

    /** What the kernel wrote to its console. */
    public Console console() {
        return machine.console();
    }

    /** QEMU's process id. */
    public long pid() {
        return machine.pid();
    }

    /** The directory of its files, for tests. */
    Path files() {
        return machine.directory().path();
    }

    /** Looks at what becomes of the guest from now on. */
    public Watch watch() {
        return new Watch(console(), agent::lastCalls);
    }

    /**
     * Does something with the guest; should the guest be lost meanwhile, the exception says how,
     * and has the evidence.
     *
     * @throws GuestLost if the agent does not answer, or not as an agent does
     */
    public <T> T watching(Supplier<T> work) {
        try {
            return work.get();
        } catch (AgentLost lost) {
            throw new Autopsy(machine).of(lost, agent.lastCalls());
        }
    }

    /**
     * Saves the state of the running guest to a file, from which {@link #restore} makes any number
     * of guests. The guest goes on.
     *
     * @throws IOException if the file cannot be written whole; it does not exist then
     */
    public void save(Path state) throws IOException {
        try {
            machine.qmp().saveTo(state);
        } catch (IOException failed) {
            Files.deleteIfExists(state);
            throw failed;
        }
    }

    /** Ends the guest; nothing of it stays but a console log that is to be kept. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            keepConsole(machine, options);
            agent.close();
            machine.close();
        }
    }

    private static void keepConsole(Machine machine, GuestOptions options) {
        Optional<Path> keep = options.keepConsole();
        Path log = machine.directory().console();
        if (keep.isPresent() && Files.exists(log)) {
            try {
                Files.createDirectories(keep.get());
                Files.copy(
                        log,
                        keep.get().resolve(machine.directory().path().getFileName() + ".log"),
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException notKept) {
                throw new UncheckedIOException(notKept);
            }
        }
    }
}
