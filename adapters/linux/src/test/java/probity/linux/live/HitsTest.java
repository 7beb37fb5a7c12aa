package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import probity.linux.perf.PerfRecord;
import probity.spi.Architecture;
import probity.spi.Bytes;
import probity.spi.RegisterFile;
import probity.spi.Sample;

class HitsTest {
    private static final PerfRecord.Sampled HIT =
            new PerfRecord.Sampled(
                    1,
                    2,
                    3,
                    new Sample(
                            Sample.Mode.KERNEL,
                            0,
                            List.of(),
                            RegisterFile.empty(Architecture.ARM64)),
                    Bytes.none());

    private static final PerfRecord LOST = new PerfRecord.Lost(7);

    @Test
    void hits_are_taken_in_order_and_other_records_left_out() {
        assertThat(Hits.of(List.of(HIT, new PerfRecord.Other(5, 16), HIT), Hits.LARGEST))
                .containsExactly(HIT, HIT);
    }

    @Test
    void a_loss_that_is_told_first_was_before_anybody_asked() {
        assertThat(Hits.of(List.of(LOST, HIT), Hits.LARGEST)).containsExactly(HIT);
    }

    @Test
    void a_loss_among_the_hits() {
        assertThatThrownBy(() -> Hits.of(List.of(HIT, LOST, HIT), Hits.LARGEST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("7 hits found no room in the ring buffer.");
    }

    @Test
    void a_full_buffer_may_have_lost_the_last_ones() {
        assertThatThrownBy(() -> Hits.of(List.of(HIT), Hits.LARGEST - 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("After 1 hits the ring buffer has no room for another.");
    }
}
