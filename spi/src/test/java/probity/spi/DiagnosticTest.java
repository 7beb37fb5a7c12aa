package probity.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticTest {
    private static final Diagnostic FULL =
            new Diagnostic(
                    "bad-layout",
                    "The layout of 'x' is wrong.",
                    List.of("entry.x0 and entry.x1 overlap.", "entry.pc is outside of the set."),
                    "Offsets are in bytes.");

    @Test
    void printsMessageCausesAndHintOneALine() {
        assertThat(FULL)
                .hasToString(
                        "The layout of 'x' is wrong. [bad-layout]\n"
                                + "  - entry.x0 and entry.x1 overlap.\n"
                                + "  - entry.pc is outside of the set.\n"
                                + "  Hint: Offsets are in bytes.");
    }

    @Test
    void printsNoEmptyLines() {
        assertThat(new Diagnostic("no-such", "There is none.", List.of(), ""))
                .hasToString("There is none. [no-such]");
    }

    @Test
    void isTheMessageOfAnUnavailableCandidate() {
        CandidateUnavailable unavailable = new CandidateUnavailable(FULL);

        assertThat(unavailable).hasMessage(FULL.toString());
        assertThat(unavailable.diagnostic()).isEqualTo(FULL);
        assertThatThrownBy(() -> new CandidateUnavailable(null))
                .isInstanceOf(MisuseException.class)
                .hasMessage("Null was given as the diagnostic of a CandidateUnavailable.");
    }
}
