package probity.linux.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TranscriptTest {
    @Test
    void theLastCallsAreKept() {
        Transcript transcript = new Transcript();

        for (int i = 0; i <= Transcript.KEPT; i++) {
            transcript.sent(0, 999, new long[] {i}, false).answered("0");
        }
        transcript.sent(0, 999, new long[0], true);

        assertThat(transcript.lines())
                .hasSize(Transcript.KEPT)
                .startsWith("worker 0: syscall 999(0x1) = 0")
                .endsWith("worker 0: syscall 999(0x40) = 0");
    }
}
