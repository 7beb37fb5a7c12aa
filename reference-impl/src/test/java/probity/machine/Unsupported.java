package probity.machine;

import static org.assertj.core.api.Assertions.assertThat;

/** Words that the machine must refuse. */
final class Unsupported {
    private Unsupported() {}

    /** Executing the word has to end as unsupported, for a reason that contains the given text. */
    static void because(String reason, int... words) {
        for (int word : words) {
            Snippet snippet = new Snippet(word);
            Stop stop = snippet.step();
            assertThat(stop).as("%08x", word).isInstanceOf(Stop.Unsupported.class);
            assertThat(stop.text()).contains(reason).contains("0x%08x".formatted(word));
            assertThat(snippet.cpu.pc()).isEqualTo(Snippet.TEXT);
            assertThat(snippet.cpu.counters().instructions()).isZero();
        }
    }
}
