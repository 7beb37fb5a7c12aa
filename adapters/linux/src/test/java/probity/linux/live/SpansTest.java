package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import probity.linux.live.KernelText.Range;

class SpansTest {
    @Test
    void neighboursAreReadTogether() {
        List<Range> ranges = List.of(new Range(0x1040, 0x30), new Range(0x1000, 0x20));

        assertThat(Spans.over(ranges, 4096)).containsExactly(new Range(0x1000, 0x70));
    }

    @Test
    void oneInAnotherAddsNothing() {
        List<Range> ranges = List.of(new Range(0x1000, 0x100), new Range(0x1010, 0x10));

        assertThat(Spans.over(ranges, 4096)).containsExactly(new Range(0x1000, 0x100));
    }

    @Test
    void whatLiesFarAwayIsReadByItself() {
        Range near = new Range(0xffff_8000_8000_0000L, 0x20);
        Range far = new Range(0xffff_8000_8000_00a1L, 0x20);

        assertThat(Spans.over(List.of(near, far), 4096)).containsExactly(near, far);
    }

    @Test
    void noneIsLargerThanAllowedUnlessItWasGiven() {
        Range large = new Range(0, 4097);
        Range small = new Range(4100, 4);
        Range next = new Range(4108, 4);

        assertThat(Spans.over(List.of(large, small, next), 4096))
                .containsExactly(large, new Range(4100, 12));
    }

    @Test
    void ofNothingThereIsNothing() {
        assertThat(Spans.over(List.of(), 4096)).isEmpty();
    }
}
