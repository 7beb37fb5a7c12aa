package probity.linux.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import probity.linux.btf.Btf;
import probity.linux.guest.GuestLost;
import probity.linux.guest.Qemu;
import probity.linux.guest.Snapshots;
import probity.linux.image.Cache;
import probity.linux.image.KernelImage;
import probity.linux.image.Kernels;
import probity.spi.Candidate;
import probity.spi.CandidateUnavailable;

/** Opens kernels as candidates. */
public final class LiveKernels {
    private final Cache cache;
    private final Spares spares;
    private final Consumer<String> progress;

    /**
     * Kernels by their address.
     *
     * @param spares where guests wait that are not in use
     * @param progress gets a line whenever something takes more than a moment
     */
    public LiveKernels(Cache cache, Spares spares, Consumer<String> progress) {
        this.cache = cache;
        this.spares = spares;
        this.progress = progress;
    }

    /**
     * Boots the kernel that an address names, and looks at it.
     *
     * @param rest what follows {@code linux:}
     * @throws CandidateUnavailable if it cannot be had, booted or worked with; the diagnostic says
     *     what to install or to configure
     */
    public Candidate open(String rest, LinuxOptions options) throws CandidateUnavailable {
        Qemu qemu = Qemu.find(options.guest().qemu()); // before anything is downloaded
        KernelImage kernel = new Kernels(cache, progress).open(rest);
        try {
            Btf btf =
                    ImageBtf.find(Files.readAllBytes(kernel.image()))
                            .orElseThrow(
                                    () ->
                                            new CandidateUnavailable(
                                                    LiveProblems.noBtf(kernel.origin())));
            Guests guests =
                    new Guests(
                            new Snapshots(cache, new KeptFprobes(progress), progress),
                            qemu,
                            kernel,
                            options,
                            ProgramIds.of(btf),
                            spares);
            return LinuxCandidate.survey(guests, btf, progress);
        } catch (GuestLost lost) {
            throw new CandidateUnavailable(LiveProblems.notBooted(lost));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
