package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import probity.judge.Verdict;
import probity.linux.btf.Btf;
import probity.linux.guest.Guest;
import probity.linux.guest.Mishap;
import probity.linux.guest.Qemu;
import probity.linux.guest.Snapshots;
import probity.linux.image.Cache;
import probity.linux.image.KernelImage;
import probity.linux.image.Kernels;
import probity.report.Evidence;
import probity.report.Ruling;
import probity.run.ConformanceRun;

/** What the judge makes of a guest that comes to harm: of one scenario, and of the others. */
@Tag("qemu")
@Timeout(180)
class JudgedMishapTest {
    private static final String KERNEL = "debian/trixie";

    /** What this kernel is not judged on: it has no multi-kprobes. */
    private static final Set<Verdict> OPEN = Set.of(Verdict.UNSUPPORTED, Verdict.UNTESTED);

    @Test
    void aPanicIsAFailureAndTheOthersGoOn() throws Exception {
        Ruling ruling = theOneThatIsHarmed(Harmed::panic);

        assertThat(ruling.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(ruling.reason())
                .startsWith("The candidate's run(Plan) crashed its machine: The kernel crashed at")
                .doesNotContain("\n");
        assertThat(text(ruling, Mishap.CONSOLE)).contains("write_sysrq_trigger");
        assertThat(text(ruling, Mishap.CALLS)).contains("write(").contains("= ?");
        assertThat(ruling.screen())
                .contains("Look at: 'console', 'last system calls' in the report");
    }

    @Test
    void aKilledQemuIsUnresolvedAndTheOthersGoOn() throws Exception {
        Ruling ruling = theOneThatIsHarmed(Harmed::kill);

        assertThat(ruling.verdict()).isEqualTo(Verdict.UNRESOLVED);
        assertThat(ruling.reason())
                .startsWith("The candidate's run(Plan) lost its machine: QEMU ended at work, with")
                .doesNotContain("\n");
        assertThat(text(ruling, Mishap.CALLS)).contains("perf_event_open");
        assertThat(ruling.evidence())
                .anySatisfy(piece -> assertThat(piece.name()).isEqualTo(Mishap.CONSOLE));
    }

    /** Judges a kernel; one scenario does not pass, and is returned. */
    private static Ruling theOneThatIsHarmed(Consumer<Guest> deed) throws Exception {
        Cache cache = Cache.ofUser(System.getenv(), System.getProperty("user.home"));
        KernelImage kernel = new Kernels(cache, line -> {}).open(KERNEL);
        LinuxOptions options = LinuxOptions.read(Map.of());
        Snapshots snapshots = new Snapshots(cache, line -> {});
        Btf btf = ImageBtf.find(Files.readAllBytes(kernel.image())).orElseThrow();
        try (Guests guests =
                new Guests(
                        snapshots,
                        Qemu.find(options.guest().qemu()),
                        kernel,
                        options,
                        ProgramIds.of(btf),
                        new Spares(1))) {
            LinuxCandidate candidate = LinuxCandidate.survey(guests, btf, line -> {});

            List<Ruling> rulings =
                    ConformanceRun.of(new Harmed(candidate, guests, deed))
                            .clauses("SYM-11")
                            .run()
                            .rulings();

            List<Ruling> judged =
                    rulings.stream().filter(ruling -> !OPEN.contains(ruling.verdict())).toList();
            assertThat(judged)
                    .hasSizeGreaterThan(2)
                    .filteredOn(ruling -> ruling.verdict() != Verdict.PASS)
                    .hasSize(1);
            assertThat(judged.get(judged.size() - 1).verdict()).isEqualTo(Verdict.PASS);
            return judged.stream().filter(r -> r.verdict() != Verdict.PASS).findFirst().get();
        }
    }

    private static String text(Ruling ruling, String name) {
        return ruling.evidence().stream()
                .filter(piece -> piece.name().equals(name))
                .map(Evidence::text)
                .findFirst()
                .orElseThrow();
    }
}
