package probity.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import probity.judge.Verdict;
import probity.reference.ReferenceProvider;
import probity.report.Ruling;
import probity.report.RunReport;
import probity.spi.CandidateUnavailable;
import probity.spi.Description;
import probity.spi.Instance;
import probity.spi.Options;

class ConformanceRunTest {
    @Test
    void judgesByTheClausesAskedFor() throws CandidateUnavailable {
        RunReport report = ConformanceRun.of("reference").clauses("PTR-09").run();

        assertThat(report.rulings())
                .isNotEmpty()
                .allSatisfy(
                        ruling -> assertThat(ruling.subject().clauses()).containsExactly("PTR-09"));
        assertThat(report.totals().of(Verdict.PASS)).isEqualTo(report.totals().all());
        assertThat(report.filter()).contains("clauses PTR-09");
        assertThat(report.candidates().get(0).description()).isPresent();
    }

    @Test
    void aCandidateInHandIsJudgedToo() {
        Miniature broken =
                new Miniature() {
                    @Override
                    public Description describe() {
                        throw new IllegalStateException("not today");
                    }
                };

        RunReport report = ConformanceRun.of(broken).clauses("RET-01").run();

        assertThat(report.candidates().get(0).address()).isEqualTo("java:miniature");
        assertThat(report.totals().of(Verdict.UNRESOLVED)).isEqualTo(report.totals().all());
        assertThat(report.rulings().get(0).reason())
                .isEqualTo(
                        "The candidate's describe() threw java.lang.IllegalStateException: not"
                                + " today");
        assertThat(report.rulings().get(0).evidence())
                .anySatisfy(
                        piece -> assertThat(piece.text()).contains("at ", "ConformanceRunTest"));
    }

    @Test
    void aCandidateIsLetGoWhenEverythingIsJudged() {
        Closeable candidate = new Closeable();
        Closeable member = new Closeable();

        ConformanceRun.of(candidate).line(member, new Twin()).clauses("RET-08").run();

        assertThat(candidate.log).endsWith("close").containsOnlyOnce("close");
        assertThat(member.log).endsWith("close").containsOnlyOnce("close");
    }

    /** Writes down what it is asked to do. */
    private static final class Closeable extends Miniature {
        private final List<String> log = new ArrayList<>();

        @Override
        public Instance start(Options options) {
            log.add("start");
            return super.start(options);
        }

        @Override
        public void close() {
            log.add("close");
        }
    }

    @Test
    void stopsAtTheFirstFailureIfAskedTo() throws CandidateUnavailable {
        RunReport report =
                ConformanceRun.of("wrong:swapped-arguments")
                        .startingWith(List.of("RET-01"))
                        .withoutProperties()
                        .stoppingAtFailure()
                        .run();

        List<Ruling> rulings = report.rulings();
        assertThat(rulings.get(0).subject().clauses()).containsExactly("RET-01");
        assertThat(rulings)
                .filteredOn(ruling -> ruling.verdict() == Verdict.FAIL)
                .containsExactly(rulings.get(rulings.size() - 1));
        assertThat(report.filter()).contains("scenarios without properties; up to the first FAIL");
    }

    @Test
    void refusesAClauseThatThereIsNot() {
        assertThatThrownBy(() -> ConformanceRun.of(new Miniature()).clauses("PTR-99"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no clause 'PTR-99'.");
    }

    @Test
    void refusesAnAddressThatLeadsNowhere() {
        assertThatThrownBy(() -> ConformanceRun.of("nowhere"))
                .isInstanceOf(CandidateUnavailable.class);
    }

    @Test
    void aReleaseLineIsToldMemberByMember() throws CandidateUnavailable {
        ReferenceProvider reference = new ReferenceProvider();
        RunReport report =
                ConformanceRun.of("reference")
                        .line(
                                reference.open("light-sparse-1"),
                                reference.open("light-sparse-2"),
                                reference.open("light-sparse-1"))
                        .clauses("RET-08")
                        .run();

        assertThat(report.rulings().get(0).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.rulings().get(0).notes())
                .containsExactly(
                        "Release 1 of 3, java:reference-light-sparse-1 (version 1), is at stage 1,"
                                + " COEXISTING: the line begins here.",
                        "Release 2 of 3, java:reference-light-sparse-2 (version 1), is at stage 2,"
                                + " MIGRATED: a legal step.",
                        "Release 3 of 3, java:reference-light-sparse-1 (version 1), is at stage 1,"
                                + " COEXISTING: ILLEGAL, as the stage should be at least 2 (MIGRATED)"
                                + " but is 1 (COEXISTING).");
    }

    @Test
    void takesAReleaseLine() throws CandidateUnavailable {
        assertThat(
                        ConformanceRun.of(new Miniature())
                                .line(new Miniature(), new Twin())
                                .clauses("RET-08")
                                .run()
                                .rulings())
                .isNotEmpty()
                .noneMatch(ruling -> ruling.verdict() == Verdict.KIT_ERROR);
    }
}
