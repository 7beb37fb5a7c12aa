package probity.linux.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import probity.linux.image.KernelSource.ImageFile;
import probity.linux.image.KernelSource.PackageFile;
import probity.linux.image.KernelSource.Suite;
import probity.spi.CandidateUnavailable;

/** Finds the kernel that an address names, and has it ready as a file. */
public final class Kernels {
    /** A download over a slow line may take minutes. */
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private static final Duration STEP = Duration.ofSeconds(5);

    private final Cache cache;
    private final Command command;
    private final DebianArchive archive;

    /**
     * Kernels by their address.
     *
     * @param progress gets a line whenever something takes more than a moment
     */
    public Kernels(Cache cache, Consumer<String> progress) {
        this(cache, new Command(Optional.empty(), progress, STEP, LIMIT), Clock.systemUTC());
    }

    Kernels(Cache cache, Command command, Clock clock) {
        this.cache = cache;
        this.command = command;
        this.archive = new DebianArchive(cache, command, clock);
    }

    /**
     * Opens an address.
     *
     * @param rest what follows {@code linux:}
     * @throws CandidateUnavailable if it names no kernel for arm64, or that cannot be had
     */
    public KernelImage open(String rest) throws CandidateUnavailable {
        KernelSource source = KernelSource.parse(rest);
        try {
            if (source instanceof ImageFile file) {
                return image(file.path());
            }
            if (source instanceof PackageFile file) {
                return unpacked(file.path());
            }
            return archive.newest((Suite) source);
        } catch (CandidateUnavailable known) {
            throw Room.isMissed(known.diagnostic().causes())
                    ? full(known.diagnostic().causes())
                    : known;
        } catch (RuntimeException known) {
            throw known;
        } catch (IOException failed) {
            if (Room.isMissed(List.of(String.valueOf(failed.getMessage())))) {
                throw full(List.of(failed.getMessage()));
            }
            throw new CandidateUnavailable(ImageProblems.cache(cache.directory(), failed));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private CandidateUnavailable full(List<String> said) {
        return new CandidateUnavailable(ImageProblems.diskFull(cache.directory(), said));
    }

    private KernelImage image(Path file) throws Exception {
        existing(file);
        ImageCheck.check(file);
        if (!ImageCheck.isCompressed(file)) {
            return KernelImage.bare(file);
        }
        Path entry =
                cache.entry(
                        "kernels",
                        "expanded-" + Digest.ofFile(file),
                        into -> Gzip.expand(file, into.resolve("Image")));
        return Unpacked.image(entry, file.toString());
    }

    private KernelImage unpacked(Path deb) throws Exception {
        existing(deb);
        Path entry =
                cache.entry(
                        Unpacked.ENTRIES,
                        "deb-" + Digest.ofFile(deb),
                        into -> new Unpacked(command).take(List.of(deb), into));
        return Unpacked.image(entry, deb.toString());
    }

    private static void existing(Path file) throws CandidateUnavailable {
        if (!Files.exists(file)) {
            throw new CandidateUnavailable(
                    ImageProblems.missing(file.getFileName().toString(), file.toString()));
        }
        if (!Files.isRegularFile(file)) {
            throw new CandidateUnavailable(ImageProblems.notAFile(file));
        }
    }
}
