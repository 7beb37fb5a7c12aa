package probity.linux.bpf.call;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static probity.linux.bpf.call.LinkCalls.At.ENTRY;
import static probity.linux.bpf.call.LinkCalls.At.RETURN;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinkCallsTest {
    @Test
    void by_symbols_with_cookies() {
        Sent.is(
                LinkCalls.bySymbols(
                        6, AttachType.MULTI, RETURN, List.of("leaf", "chain"), List.of(17L, -1L)),
                28,
                """
                06 00 00 00 00 00 00 00 2a 00 00 00 00 00 00 00
                01 00 00 00 02 00 00 00 30 10 00 00 00 00 00 00
                00 00 00 00 00 00 00 00 50 10 00 00 00 00 00 00
                40 10 00 00 00 00 00 00 48 10 00 00 00 00 00 00
                6c 65 61 66 00 00 00 00 63 68 61 69 6e 00 00 00
                11 00 00 00 00 00 00 00 ff ff ff ff ff ff ff ff
                """);
    }

    @Test
    void a_session_by_addresses() {
        Sent.is(
                LinkCalls.byAddresses(
                        6, AttachType.SESSION, ENTRY, List.of(0xffff_8000_8012_3450L), List.of()),
                28,
                """
                06 00 00 00 00 00 00 00 38 00 00 00 00 00 00 00
                00 00 00 00 01 00 00 00 00 00 00 00 00 00 00 00
                30 10 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                50 34 12 80 00 80 ff ff
                """);
    }

    @Test
    void no_function_is_for_the_kernel_to_refuse() {
        Sent.is(
                LinkCalls.bySymbols(6, AttachType.MULTI, ENTRY, List.of(), List.of()),
                28,
                """
                06 00 00 00 00 00 00 00 2a 00 00 00 00 00 00 00
                00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                """);
    }

    @Test
    void a_number_of_cookies_that_the_kernel_would_not_notice() {
        assertThatThrownBy(
                        () ->
                                LinkCalls.bySymbols(
                                        6,
                                        AttachType.MULTI,
                                        ENTRY,
                                        List.of("leaf", "chain"),
                                        List.of(1L)))
                .hasMessage("There are 1 cookies for 2 functions.");
    }
}
