package probity.linux.tracefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import probity.linux.abi.MalformedException;

class TracefsFilesTest {
    @Test
    void an_id() {
        assertThat(EventId.parse("1729\n")).isEqualTo(1729);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-3", "12 13", "99999999999", "x"})
    void no_id(String text) {
        assertThatThrownBy(() -> EventId.parse(text + "\n"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("'" + text + "' is no event's id.");
    }

    @Test
    void counts() {
        String file =
                """
                  e1                                                        12               0
                  e2                                     18446744073709551615               3
                """;

        assertThat(ProbeProfile.parse(file))
                .containsExactly(new ProbeProfile("e1", 12, 0), new ProbeProfile("e2", -1, 3));
        assertThat(ProbeProfile.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"e1 12", "e1 12 x", "e1 1 2 3"})
    void no_counts(String line) {
        assertThatThrownBy(() -> ProbeProfile.parse(line))
                .isInstanceOf(MalformedException.class)
                .hasMessage("'" + line + "' is no line of kprobe_profile: a name and two counts.");
    }
}
