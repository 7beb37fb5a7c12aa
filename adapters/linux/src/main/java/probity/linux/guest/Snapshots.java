package probity.linux.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import probity.linux.image.Cache;
import probity.linux.image.Digest;

/**
 * Guests that start from a saved state, where there is one: booted once, then restored in a
 * fraction of the time. A state fits one kernel, agent, QEMU and command line, and is found by
 * their hash.
 */
public final class Snapshots {
    private final Cache cache;
    private final Consumer<String> progress;

    /**
     * Keeps states in a cache.
     *
     * @param progress gets a line when a kernel is booted, and when a state is of no use
     */
    public Snapshots(Cache cache, Consumer<String> progress) {
        this.cache = cache;
        this.progress = progress;
    }

    /**
     * A guest in the state right after its boot.
     *
     * @param kernel an arm64 Image
     * @throws GuestLost if it cannot be booted
     * @throws IOException if the kernel or the cache cannot be read
     */
    public Guest start(Qemu qemu, Path kernel, GuestOptions options) throws IOException {
        Path state = state(qemu, kernel, options);
        if (Files.exists(state)) {
            try {
                states().used(state, Instant.now());
                return Guest.restore(qemu, kernel, options, state);
            } catch (GuestLost unusable) {
                if (unusable.fate() == Fate.INTERRUPTED) {
                    throw unusable;
                }
                progress.accept("A saved guest is of no use: " + unusable.diagnostic().message());
                Files.deleteIfExists(state);
            }
        }
        progress.accept("Booting %s.".formatted(kernel));
        Guest guest = Guest.boot(qemu, kernel, options);
        try {
            save(guest, state);
            states().prune(Instant.now());
        } catch (IOException notSaved) {
            // it costs time, and nothing else
            progress.accept(GuestProblems.notSaved(state.getParent(), notSaved).toString());
        }
        return guest;
    }

    private SavedStates states() throws IOException {
        return new SavedStates(cache.resolve("states"));
    }

    /** Where the state of such a guest is, or would be. */
    Path state(Qemu qemu, Path kernel, GuestOptions options) throws IOException {
        String key =
                String.join(
                        "\n",
                        List.of(
                                Digest.of(kernel),
                                Digest.of(GuestDirectory.agent()),
                                qemu.version(),
                                String.join("\n", new MachineCommand(options).identity())));
        return states().of(Digest.of(key.getBytes("UTF-8")));
    }

    /** Under a name of its own until it is whole: another run may look for it at the same time. */
    private void save(Guest guest, Path state) throws IOException {
        Path fresh = states().fresh();
        try {
            guest.save(fresh);
            Files.move(fresh, state, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
