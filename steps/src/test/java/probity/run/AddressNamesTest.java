package probity.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressNamesTest {
    private static final long TRAMPOLINE = 0xffff800080051bc8L;
    private static final Map<Long, String> NAMES = Map.of(TRAMPOLINE, "__kretprobe_trampoline");

    @Test
    void anAddressStandsBesideItsName() {
        Violation violation =
                Violation.of(
                        "The ip should be 0x4 but is 0xffff800080051bc8.",
                        2,
                        List.of(
                                line("leaf+0x8/0x20", "0xffff800080051bc8"),
                                line("0xffff80008fffffff", "0xb4c294e6")));

        Violation named =
                AddressNames.in(
                        violation,
                        asked -> {
                            assertThat(asked).containsExactly(TRAMPOLINE, 0xffff80008fffffffL);
                            return NAMES;
                        });

        assertThat(named.title())
                .isEqualTo(
                        "The ip should be 0x4 but is 0xffff800080051bc8"
                                + " (__kretprobe_trampoline).");
        assertThat(named.lines())
                .containsExactly(
                        line("leaf+0x8/0x20", "0xffff800080051bc8 (__kretprobe_trampoline)"),
                        line("0xffff80008fffffff", "0xb4c294e6"));
    }

    @Test
    void aNameIsTakenAsItIs() {
        Violation violation = Violation.of("At 0xffff800080051bc8.", 1, List.of());

        assertThat(AddressNames.in(violation, asked -> Map.of(TRAMPOLINE, "a$1\\b")).title())
                .isEqualTo("At 0xffff800080051bc8 (a$1\\b).");
    }

    @Test
    void nobodyIsAskedForWhatIsNoAddress() {
        Violation violation = Violation.of("x5 is 0x12345678.", 1, List.of());

        assertThat(AddressNames.in(violation, AddressNamesTest::nobody)).isSameAs(violation);
    }

    private static Map<Long, String> nobody(Set<Long> addresses) {
        throw new AssertionError(addresses);
    }

    private static Violation.Line line(String expected, String actual) {
        return new Violation.Line("x30", expected, actual);
    }
}
