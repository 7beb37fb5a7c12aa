package probity.linux.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import probity.linux.image.Cache;
import probity.linux.image.Digest;
import probity.linux.image.KernelImage;

/**
 * Guests that start from a saved state, where there is one: booted once, then restored in a
 * fraction of the time. A state fits one kernel, agent, QEMU and command line, and is found by
 * their hash. Thread safe: guests are restored at the same time, and who finds no state while one
 * is booted waits for what comes of that.
 */
public final class Snapshots {
    private final Cache cache;
    private final Preparation preparation;
    private final Consumer<String> progress;
    private final Object booting = new Object();
    private volatile int boots;

    /** No state could be saved: who needs a guest boots it, without waiting for others. */
    private volatile boolean unsaved;

    /**
     * Keeps states in a cache.
     *
     * @param preparation what is done to a guest before its state is saved
     * @param progress gets a line when a kernel is booted, when it does not bear its preparation,
     *     and when a state is of no use
     */
    public Snapshots(Cache cache, Preparation preparation, Consumer<String> progress) {
        this.cache = cache;
        this.preparation = preparation;
        this.progress = progress;
    }

    /**
     * A guest in the state right after its boot and its preparation.
     *
     * @param kernel what to boot
     * @throws GuestLost if it cannot be booted
     * @throws IOException if the kernel or the cache cannot be read
     */
    public Guest start(Qemu qemu, KernelImage kernel, GuestOptions options) throws IOException {
        Path state = state(qemu, kernel, options);
        int before = boots;
        Restored restored = restored(qemu, kernel, options, state);
        if (restored.guest().isPresent()) {
            return restored.guest().get();
        }
        if (unsaved && restored.unusable().isEmpty()) {
            return booted(qemu, kernel, options, state);
        }
        synchronized (booting) {
            if (boots != before) { // there is another state than the one that was of no use
                restored = restored(qemu, kernel, options, state);
            }
            if (restored.guest().isPresent()) {
                return restored.guest().get();
            }
            if (restored.unusable().isPresent()) {
                String why = restored.unusable().get().diagnostic().message();
                progress.accept("A saved guest is of no use: " + why);
                Files.deleteIfExists(state);
            }
            return booted(qemu, kernel, options, state);
        }
    }

    /**
     * What came of a state.
     *
     * @param guest the guest that goes on from it
     * @param unusable why there is none, if there is a state
     */
    private record Restored(Optional<Guest> guest, Optional<GuestLost> unusable) {}

    private Restored restored(Qemu qemu, KernelImage kernel, GuestOptions options, Path state)
            throws IOException {
        if (!Files.exists(state)) {
            return new Restored(Optional.empty(), Optional.empty());
        }
        try {
            states().used(state, Instant.now());
            Guest guest = Guest.restore(qemu, kernel, options, state);
            return new Restored(Optional.of(guest), Optional.empty());
        } catch (NoSuchFileException deleted) {
            return new Restored(Optional.empty(), Optional.empty());
        } catch (GuestLost unusable) {
            if (unusable.fate() == Fate.INTERRUPTED) {
                throw unusable;
            }
            return new Restored(Optional.empty(), Optional.of(unusable));
        }
    }

    private Guest booted(Qemu qemu, KernelImage kernel, GuestOptions options, Path state) {
        progress.accept("Booting %s.".formatted(kernel.image()));
        Guest guest = prepared(qemu, kernel, options);
        try {
            save(guest, state);
            states().prune(Instant.now());
        } catch (IOException notSaved) {
            // it costs time, and nothing else
            unsaved = true;
            progress.accept(GuestProblems.notSaved(state.getParent(), notSaved).toString());
        }
        boots++; // and there is a state, if there can be one
        return guest;
    }

    /** A kernel that does not bear its preparation goes without: it only saves time. */
    private Guest prepared(Qemu qemu, KernelImage kernel, GuestOptions options) {
        Guest guest = Guest.boot(qemu, kernel, options);
        Optional<String> broken;
        try {
            Watch watch = guest.watch();
            preparation.prepare(guest);
            broken = watch.complaint().map(Mishap::sentence);
        } catch (GuestLost lost) {
            if (lost.fate() == Fate.INTERRUPTED) {
                guest.close();
                throw lost;
            }
            broken = Optional.of(lost.diagnostic().message());
        } catch (RuntimeException failed) {
            guest.close();
            throw failed;
        }
        if (broken.isEmpty()) {
            return guest;
        }
        guest.close();
        progress.accept("Its preparation is left out, as it came to grief: " + broken.get());
        return Guest.boot(qemu, kernel, options);
    }

    private SavedStates states() throws IOException {
        return new SavedStates(cache.resolve("states"));
    }

    /** Where the state of such a guest is, or would be. */
    Path state(Qemu qemu, KernelImage kernel, GuestOptions options) throws IOException {
        Optional<Path> modules = kernel.modules();
        String key =
                String.join(
                        "\n",
                        List.of(
                                Digest.ofFile(kernel.image()),
                                modules.isPresent() ? Digest.ofFile(modules.get()) : "no modules",
                                Digest.sha256(GuestDirectory.agent()),
                                qemu.version(),
                                preparation.identity(),
                                String.join("\n", new MachineCommand(options).identity())));
        return states().of(Digest.sha256(key.getBytes("UTF-8")));
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
