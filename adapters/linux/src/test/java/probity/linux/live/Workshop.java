package probity.linux.live;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import probity.linux.btf.Btf;
import probity.linux.guest.Guest;
import probity.linux.guest.GuestOptions;
import probity.linux.guest.Qemu;
import probity.linux.guest.Snapshots;
import probity.linux.image.Cache;
import probity.linux.image.KernelImage;
import probity.linux.image.Kernels;
import probity.spi.Action;
import probity.spi.CandidateUnavailable;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Target;

/** A candidate whose guests can be got at. */
final class Workshop implements AutoCloseable {
    private static final String KERNEL = "debian/trixie";

    /** Longer than it takes a kernel to find that it makes no progress. */
    private static final Duration CALL = Duration.ofSeconds(6);

    private final Guests guests;
    private final ProgramIds ids;
    private final LinuxCandidate candidate;

    /** One kernel for what does not depend on it, and with little patience. */
    Workshop() throws Exception {
        this(addresses().findFirst().orElseThrow(), impatient(options()));
    }

    /** The kernel at an address. */
    Workshop(String address) throws Exception {
        this(address, options());
    }

    private Workshop(String address, LinuxOptions options) throws Exception {
        Cache cache = Cache.ofUser(System.getenv(), System.getProperty("user.home"));
        KernelImage kernel = new Kernels(cache, System.out::println).open(address);
        Btf btf = ImageBtf.find(Files.readAllBytes(kernel.image())).orElseThrow();
        ids = ProgramIds.of(btf);
        guests =
                new Guests(
                        new Snapshots(
                                cache, new KeptFprobes(System.out::println), System.out::println),
                        Qemu.find(options.guest().qemu()),
                        kernel,
                        options,
                        ids,
                        new Spares(1));
        candidate = LinuxCandidate.survey(guests, btf, line -> {});
    }

    private static LinuxOptions options() throws CandidateUnavailable {
        return LinuxOptions.read(Map.of("probity.linux.guests", "2"));
    }

    private static LinuxOptions impatient(LinuxOptions options) {
        GuestOptions guest = options.guest();
        return new LinuxOptions(guest.withLimits(guest.bootLimit(), CALL), options.guests());
    }

    /** The kernels that tests are told to use. */
    static Stream<String> addresses() {
        return Stream.of(System.getProperty("probity.linux.kernels", KERNEL).split(","));
    }

    LinuxCandidate candidate() {
        return candidate;
    }

    /** What programs can name in this kernel. */
    ProgramIds ids() {
        return ids;
    }

    /** The one guest that is in use. */
    Guest guest() {
        List<Guest> lent = guests.lent();
        if (lent.size() != 1) {
            throw new IllegalStateException(lent.size() + " guests are in use.");
        }
        return lent.get(0);
    }

    /** All that are in use. */
    List<Guest> guests() {
        return guests.lent();
    }

    boolean lendsNothing() {
        return guests.lent().isEmpty();
    }

    static Probe probe(Target target) {
        return Probe.of("A", ProbeKind.KPROBE, target.name()).onEntry(new Action.Capture("all"));
    }

    /** Attaches, calls a number of times, detaches. */
    static Plan plan(Target target, int calls) {
        RegisterFile arguments = target.fixedArguments().orElseThrow();
        List<Plan.Step> steps = new ArrayList<>(List.of(new Plan.Attach(probe(target))));
        for (int i = 0; i < calls; i++) {
            steps.add(new Plan.Call(0, 0, target.name(), arguments, List.of()));
        }
        steps.add(new Plan.Detach("A"));
        return Plan.of(steps.toArray(Plan.Step[]::new));
    }

    @Override
    public void close() {
        guests.close();
    }
}
