package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceTest {
    private static final int NOP = 0xd503201f;
    private static final int RET = 0xd65f03c0;
    private static final int SUBS_X0_X0_1 = 0xf1000400;
    private static final int B_NE_BACK = 0x54ffffe1;
    private static final int MOV_X0_5 = 0xd28000a0;

    @Test
    void the_trace_shows_the_word_that_was_executed_even_after_a_patch() {
        Snippet s = new Snippet(MOV_X0_5, RET);
        s.machine.symbols().define("f", Snippet.TEXT, 8);
        s.run();
        s.machine.memory().patch(Snippet.TEXT, Snippet.bytes(NOP));

        assertThat(s.machine.trace().lines(10))
                .containsExactly(
                        "cpu0 ffff800008010000 f+0x0/0x8                        d28000a0  mov x0, #0x5",
                        "cpu0 ffff800008010004 f+0x4/0x8                        d65f03c0  ret");
    }

    @Test
    void the_trace_keeps_the_last_instructions_only() {
        Snippet s = new Snippet(SUBS_X0_X0_1, B_NE_BACK, RET);
        s.cpu.x(0, 1000);
        s.run();
        assertThat(s.machine.trace().last(10_000)).hasSize(Trace.CAPACITY);
        assertThat(s.machine.trace().last(1))
                .containsExactly(new Trace.Entry(0, Snippet.at(2), RET));
    }
}
