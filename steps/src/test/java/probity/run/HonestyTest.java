package probity.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import probity.catalogue.Strength;
import probity.judge.Verdict;
import probity.run.candidates.Candidates;
import probity.run.guard.TimeLimits;
import probity.spi.Candidate;
import probity.spi.CandidateUnavailable;
import probity.spi.Capability;
import probity.spi.ProbeKind;
import probity.spi.Side;

/** What is declared absent is tried once: on the reference all of it works, on a stub nothing. */
class HonestyTest {
    private static final Candidate REFERENCE = reference();

    @TestFactory
    Stream<DynamicTest> whatTheReferenceHidesIsFound() {
        return EnumSet.copyOf(REFERENCE.describe().capabilities()).stream()
                // nothing that a right candidate does makes an irregularity
                .filter(capability -> capability != Capability.SEES_STACK)
                .map(
                        capability ->
                                DynamicTest.dynamicTest(
                                        capability.name(),
                                        () ->
                                                assertThat(hidden(capability))
                                                        .as("what was seen")
                                                        .isPresent()));
    }

    @TestFactory
    Stream<DynamicTest> kindsOfProbeThatTheReferenceHidesAreFound() {
        List<DynamicTest> tests = new ArrayList<>();
        REFERENCE
                .describe()
                .sets()
                .forEach(
                        (kind, sides) ->
                                sides.keySet()
                                        .forEach(
                                                side ->
                                                        tests.add(
                                                                DynamicTest.dynamicTest(
                                                                        kind + " at " + side,
                                                                        () ->
                                                                                assertThat(
                                                                                                hidden(
                                                                                                        kind,
                                                                                                        side))
                                                                                        .isPresent()))));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> whatOneKindIsSaidToLackIsFound() {
        return Stream.of(
                        Capability.CANCEL,
                        Capability.WALK_FROM_HERE,
                        Capability.LOOKS_AGAIN,
                        Capability.WRITES,
                        Capability.SEES_RETURN_IP)
                .map(
                        capability ->
                                DynamicTest.dynamicTest(
                                        capability.name(),
                                        () ->
                                                assertThat(lacked(capability, ProbeKind.FPROBE))
                                                        .isPresent()));
    }

    @Test
    void aKindThatLacksSomethingIsTriedAlone() {
        assertThat(lacked(Capability.ENTRY_DATA, ProbeKind.FPROBE)).isPresent();
        assertThat(lacked(Capability.ENTRY_DATA, ProbeKind.MULTI)).isEmpty();
    }

    @Test
    void aRefusedCancellationCancelsNothing() {
        try (JudgedCandidate judged =
                judged(
                        Understated.lacking(
                                REFERENCE, Capability.CANCEL, ProbeKind.MULTI, Side.ENTRY))) {
            assertThat(judged.worksAfterAll(Capability.CANCEL, ProbeKind.MULTI, Side.ENTRY))
                    .isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> aStubHidesNothing() {
        return Stream.of(Capability.values())
                .map(
                        capability ->
                                DynamicTest.dynamicTest(
                                        capability.name(),
                                        () ->
                                                assertThat(
                                                                judged(new Miniature())
                                                                        .worksAfterAll(capability))
                                                        .isEmpty()));
    }

    @Test
    void aWrongDeclarationFailsWhateverTheClausesStrength() {
        CandidateTrial trial = trial(Understated.without(REFERENCE, Capability.PERF_OUTPUT));

        ConformanceViolation thrown =
                catchThrowableOfType(
                        ConformanceViolation.class,
                        () -> trial.unsupported("No perf output.", Capability.PERF_OUTPUT));

        assertThat(thrown)
                .hasMessage("Declaration mismatch: PERF_OUTPUT works, but is declared absent.");
        assertThat(thrown.violation().lines().get(0).actual()).contains("wrote Sample[");
        assertThat(Decision.of(Strength.SHOULD, trial.finish(), thrown).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void aRightDeclarationIsUnsupported() {
        CandidateTrial trial = trial(new Miniature());

        TrialEnded thrown =
                catchThrowableOfType(
                        TrialEnded.class,
                        () -> trial.unsupported("No perf output.", Capability.PERF_OUTPUT));

        assertThat(thrown.reason()).isEqualTo(TrialEnded.Reason.UNSUPPORTED);
        assertThat(thrown).hasMessage("No perf output.");
    }

    @Test
    void aStepThatCallsMissingWhatIsDeclaredIsWrongItself() {
        CandidateTrial trial = trial(REFERENCE);

        assertThat(
                        catchThrowableOfType(
                                IllegalArgumentException.class,
                                () -> trial.unsupported("None.", Capability.PERF_OUTPUT)))
                .hasMessage("A step says that PERF_OUTPUT is missing, but it is declared.");
    }

    @Test
    void whyAKindIsNotOfferedIsSaidByTheCandidateItself() {
        try (JudgedCandidate judged = judged(REFERENCE)) {
            assertThat(judged.worksAfterAll(ProbeKind.JPROBE, Side.ENTRY)).isEmpty();
            assertThat(judged.refusal(ProbeKind.JPROBE, Side.ENTRY).orElseThrow().errno())
                    .isNotEmpty();
            assertThat(judged.refusal(ProbeKind.FPROBE, Side.ENTRY)).isEmpty();
        }
    }

    private static Optional<String> lacked(Capability capability, ProbeKind kind) {
        try (JudgedCandidate judged =
                judged(Understated.lacking(REFERENCE, capability, kind, Side.ENTRY))) {
            return judged.worksAfterAll(capability, kind, Side.ENTRY);
        }
    }

    private static Optional<String> hidden(Capability capability) {
        try (JudgedCandidate judged = judged(Understated.without(REFERENCE, capability))) {
            return judged.worksAfterAll(capability);
        }
    }

    private static Optional<String> hidden(ProbeKind kind, Side side) {
        try (JudgedCandidate judged = judged(Understated.without(REFERENCE, kind, side))) {
            return judged.worksAfterAll(kind, side);
        }
    }

    private static CandidateTrial trial(Candidate candidate) {
        return new CandidateTrial(judged(candidate), List::of, RandomCases.NONE);
    }

    private static JudgedCandidate judged(Candidate candidate) {
        return new JudgedCandidate("java:x", candidate, TimeLimits.defaults());
    }

    private static Candidate reference() {
        try {
            return new Candidates(HonestyTest.class.getClassLoader()).open("reference");
        } catch (CandidateUnavailable e) {
            throw new IllegalStateException(e);
        }
    }
}
