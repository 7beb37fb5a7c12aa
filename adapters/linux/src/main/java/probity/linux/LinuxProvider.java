package probity.linux;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import probity.linux.image.Cache;
import probity.linux.live.LinuxOptions;
import probity.linux.live.LiveKernels;
import probity.linux.live.Spares;
import probity.spi.Candidate;
import probity.spi.CandidateProvider;
import probity.spi.CandidateUnavailable;

/**
 * Opens {@code linux:<path to Image>}, {@code linux:<file.deb>} and {@code linux:debian/<suite>}: a
 * real arm64 kernel, booted in QEMU.
 */
public final class LinuxProvider implements CandidateProvider {
    /** A download may take minutes, and a boot takes seconds. */
    private static final Duration OPENING = Duration.ofMinutes(30);

    /**
     * To put one event on an fprobe, a kernel goes through the names of all its symbols: under
     * emulation a tenth of a second, on a busy machine a second. A plan may attach forty.
     */
    private static final Duration CALL = Duration.ofMinutes(1);

    /** A release line goes back and forth between two kernels. */
    private static final int MOST_KERNELS = 2;

    private final Spares spares = new Spares(MOST_KERNELS);

    @Override
    public String scheme() {
        return "linux";
    }

    @Override
    public List<String> known() {
        return List.of("linux:<Image>", "linux:<file.deb>", "linux:debian/<suite>[/<package>]");
    }

    @Override
    public Map<String, String> options() {
        return LinuxOptions.known();
    }

    @Override
    public Duration openingLimit() {
        return OPENING;
    }

    @Override
    public Duration callLimit() {
        return CALL;
    }

    @Override
    public Candidate open(String rest) throws CandidateUnavailable {
        return open(rest, line -> {});
    }

    @Override
    public Candidate open(String rest, Consumer<String> progress) throws CandidateUnavailable {
        Map<String, String> properties = new HashMap<>();
        System.getProperties()
                .stringPropertyNames()
                .forEach(name -> properties.put(name, System.getProperty(name)));
        Cache cache = Cache.ofUser(System.getenv(), System.getProperty("user.home"));
        return new LiveKernels(cache, spares, progress).open(rest, LinuxOptions.read(properties));
    }
}
