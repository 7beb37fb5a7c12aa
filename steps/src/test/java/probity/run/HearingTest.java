package probity.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import probity.catalogue.Strength;
import probity.judge.Verdict;
import probity.report.Evidence;
import probity.report.Ruling;
import probity.report.Subject;
import probity.run.guard.TimeLimits;

/** What a hearing makes of evidence that cannot be made. */
class HearingTest {
    private static final Supplier<String> BROKEN =
            () -> {
                throw new IllegalStateException("no such frame");
            };

    @Test
    void evidenceThatCannotBeMadeIsTheKitsMistakeInThatScenario() {
        Ruling ruling = hear(true);

        assertThat(ruling.verdict()).isEqualTo(Verdict.KIT_ERROR);
        assertThat(ruling.reason()).contains("no such frame");
        assertThat(ruling.evidence())
                .filteredOn(piece -> piece.name().equals("stacks"))
                .extracting(Evidence::text)
                .singleElement()
                .asString()
                .contains("no such frame", "HearingTest");
    }

    @Test
    void whereNobodyReadsItItIsNotMade() {
        assertThat(hear(false).verdict()).isEqualTo(Verdict.PASS);
    }

    private static Ruling hear(boolean evidenceIsRead) {
        TimeLimits limits = TimeLimits.defaults();
        try (Hearing hearing =
                new Hearing(
                        new JudgedCandidate("java:miniature", new Miniature(), limits),
                        1,
                        new GivenLine(List.of(), limits),
                        new Rules(
                                Waivers.none(),
                                RecordKeeper.none(),
                                new FailureScreen(
                                        Library.shipped().catalogue(), new RerunCommand(List.of())),
                                RandomCases.NONE,
                                evidenceIsRead))) {
            return hearing.lanes().get(0).hear(new Broken());
        }
    }

    /** A scenario that passes, with evidence that throws. */
    private static final class Broken implements Entry {
        @Override
        public Subject subject() {
            return new Subject(
                    "broken",
                    Subject.Kind.SCENARIO,
                    List.of("PTR-01"),
                    "PTR",
                    "broken",
                    "broken",
                    "",
                    Strength.MUST);
        }

        @Override
        public void run(Trial trial, StepListener steps) {
            trial.start().run(Miniature.call("leaf"));
            trial.evidence("stacks", BROKEN);
        }
    }
}
