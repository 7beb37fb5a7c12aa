package probity.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import probity.judge.Verdict;
import probity.linux.guest.Mishap;
import probity.linux.live.Harmed;
import probity.report.Evidence;
import probity.report.Ruling;

/** What the judge makes of a guest that comes to harm: of one scenario, and of the others. */
@Tag("qemu")
@Timeout(180)
class JudgedMishapTest {
    /** What this kernel is not judged on: it has no multi-kprobes. */
    private static final Set<Verdict> OPEN = Set.of(Verdict.UNSUPPORTED, Verdict.UNTESTED);

    @Test
    void aPanicIsAFailureAndTheOthersGoOn() throws Exception {
        Ruling ruling = theOneThatIsHarmed(Harmed.panicking());

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
    void aCrashInsideOfACallIsTheCallsAndTheOthersGoOn() throws Exception {
        Ruling ruling = theOneThatIsHarmed(Harmed.oopsing());

        assertThat(ruling.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(ruling.reason())
                .startsWith(
                        "Machine code crashed under a legal plan: The kernel crashed at work:"
                                + " Internal error: ")
                .doesNotContain("\n");
        assertThat(text(ruling, Mishap.CONSOLE)).contains("bpf_fentry_test1+");
        assertThat(text(ruling, Mishap.CALLS).lines())
                .last()
                .asString()
                .startsWith("worker 0: bpf(0xa,")
                .endsWith("= ?");
        assertThat(ruling.screen())
                .containsPattern("step \\d+, the call of bpf_fentry_test\\d +RETURNED +TRAP")
                .contains("Look at: 'console', 'last system calls', 'events so far' in the report");
    }

    @Test
    void aKilledQemuIsUnresolvedAndTheOthersGoOn() throws Exception {
        Ruling ruling = theOneThatIsHarmed(Harmed.killed());

        assertThat(ruling.verdict()).isEqualTo(Verdict.UNRESOLVED);
        assertThat(ruling.reason())
                .startsWith("The candidate's run(Plan) lost its machine: QEMU ended at work, with")
                .doesNotContain("\n");
        assertThat(text(ruling, Mishap.CALLS)).contains("perf_event_open");
        assertThat(ruling.evidence())
                .anySatisfy(piece -> assertThat(piece.name()).isEqualTo(Mishap.CONSOLE));
    }

    /** Judges a kernel; one scenario does not pass, and is returned. */
    private static Ruling theOneThatIsHarmed(Harmed kernel) {
        List<Ruling> rulings = ConformanceRun.of(kernel).clauses("SYM-11").run().rulings();

        List<Ruling> judged =
                rulings.stream().filter(ruling -> !OPEN.contains(ruling.verdict())).toList();
        assertThat(judged)
                .hasSizeGreaterThan(2)
                .filteredOn(ruling -> ruling.verdict() != Verdict.PASS)
                .hasSize(1);
        assertThat(judged.get(judged.size() - 1).verdict()).isEqualTo(Verdict.PASS);
        return judged.stream().filter(r -> r.verdict() != Verdict.PASS).findFirst().get();
    }

    private static String text(Ruling ruling, String name) {
        return ruling.evidence().stream()
                .filter(piece -> piece.name().equals(name))
                .map(Evidence::text)
                .findFirst()
                .orElseThrow();
    }
}
