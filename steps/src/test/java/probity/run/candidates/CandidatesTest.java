package probity.run.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import probity.run.HelperCandidates;
import probity.spi.Candidate;
import probity.spi.CandidateProvider;
import probity.spi.CandidateUnavailable;
import probity.spi.Diagnostic;

class CandidatesTest {
    private final Candidates candidates = new Candidates(HelperCandidates.loader());

    @Test
    void findsJavaCandidatesByName() throws CandidateUnavailable {
        assertThat(candidates.open("java:miniature").name()).isEqualTo("miniature");
    }

    @Test
    void listsWhatIsKnown() {
        assertThat(candidates.known()).contains("java:miniature", "reference", "asm:<dir>");
    }

    @Test
    void withoutOptionsOnlyWhatAUserCanJudgeIsKnown() {
        Candidates usual = new Candidates(getClass().getClassLoader());

        assertThat(usual.known())
                .contains("asm:<dir>", "java:<name>", "reference")
                .allMatch(
                        address ->
                                address.matches(
                                        "asm:<dir>|java:<name>|linux:.*|(reference|twin|wrong)(:.*)?"));
    }

    @Test
    void anUnknownSchemeIsRefusedWithTheKnownAddressesAndTheNearestOne() {
        Diagnostic problem = problem("referense");

        assertThat(problem.code()).isEqualTo("unknown-candidate");
        assertThat(problem.message()).isEqualTo("There is no candidate 'referense'.");
        assertThat(problem.causes()).contains("known: reference", "known: java:miniature");
        assertThat(problem.hint()).isEqualTo("Did you mean 'reference'?");
    }

    @Test
    void whatIsNearNothingGetsNoGuess() {
        assertThat(problem("x86").hint())
                .isEqualTo(
                        "Name one of these, or several with commas between them; a comma in an"
                                + " address is written as '\\,'.");
    }

    @Test
    void anUnknownJavaCandidateIsRefusedWithTheKnownOnes() {
        Diagnostic problem = problem("java:maxiature");

        assertThat(problem.message()).isEqualTo("There is no Java candidate named 'maxiature'.");
        assertThat(problem.causes())
                .contains("known: java:miniature")
                .anyMatch(cause -> cause.matches("broken: .*Unmakeable.*"));
        assertThat(problem.hint()).contains("META-INF/services", "-Dprobity.candidate.path");
    }

    @Test
    void aProviderThatThrowsIsNamed() {
        Candidates broken = new Candidates(List.of(new Broken()));

        Diagnostic problem =
                catchThrowableOfType(CandidateUnavailable.class, () -> broken.open("broken:x"))
                        .diagnostic();

        assertThat(problem.code()).isEqualTo("candidate-fails-to-open");
        assertThat(problem.causes())
                .containsExactly("Its provider threw java.lang.IllegalStateException: oh.");
        assertThat(problem.hint()).contains(Broken.class.getName());
    }

    @Test
    void aProviderThatAnswersNothingIsNamed() {
        Candidates broken = new Candidates(List.of(new Broken()));

        assertThat(
                        catchThrowableOfType(
                                        CandidateUnavailable.class, () -> broken.open("broken"))
                                .diagnostic()
                                .causes())
                .containsExactly("Its provider answered null.");
    }

    @Test
    void aCandidateWithoutHistoryIsItsOwnReleaseLine() throws CandidateUnavailable {
        assertThat(candidates.releaseLine("java:miniature")).containsExactly("java:miniature");
    }

    @Test
    void distancesAreThoseOfLevenshtein() {
        assertThat(Misspelling.distance("", "abc")).isEqualTo(3);
        assertThat(Misspelling.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Misspelling.distance("same", "same")).isZero();
    }

    private Diagnostic problem(String address) {
        return catchThrowableOfType(CandidateUnavailable.class, () -> candidates.open(address))
                .diagnostic();
    }

    private static final class Broken implements CandidateProvider {
        @Override
        public String scheme() {
            return "broken";
        }

        @Override
        public List<String> known() {
            return List.of("broken");
        }

        @Override
        public Candidate open(String rest) {
            if (rest.isEmpty()) {
                return null;
            }
            throw new IllegalStateException("oh");
        }
    }
}
