package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import probity.spi.Architecture;
import probity.spi.RegisterFile;

class ReturnsTest {
    private static final RegisterFile NOTHING = RegisterFile.empty(Architecture.ARM64);

    @Test
    void a_time_is_seconds_and_what_is_left_of_it() {
        assertThat(timespec(0)).isEqualTo(Map.of("x0", 0L, "x1", 0L));
        assertThat(timespec(3_000_000_007L)).isEqualTo(Map.of("x0", 3L, "x1", 7L));
        assertThat(timespec(-1)).isEqualTo(Map.of("x0", -1L, "x1", 999_999_999L));
        assertThat(Returns.TIMESPEC.of(NOTHING)).isEmpty();
    }

    @Test
    void others_return_the_same_every_time_or_nobody_knows() {
        assertThat(Returns.constant(-6).of(NOTHING)).isEqualTo(Map.of("x0", -6L));
        assertThat(Returns.UNKNOWN.of(NOTHING)).isEmpty();
    }

    private static Map<String, Long> timespec(long nanoseconds) {
        return Returns.TIMESPEC.of(NOTHING.with("x0", nanoseconds));
    }
}
