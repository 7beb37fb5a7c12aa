package probity.linux.bpf.call;

import org.junit.jupiter.api.Test;

class TracepointCallsTest {
    @Test
    void a_program_on_a_tracepoint() {
        Sent.is(
                TracepointCalls.open(6, "sys_enter"),
                17,
                """
                10 10 00 00 00 00 00 00 06 00 00 00 00 00 00 00
                73 79 73 5f 65 6e 74 65 72 00 00 00 00 00 00 00
                """);
    }
}
