package probity.designs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RangesTest {
    @Test
    void threeInARowAreARange() {
        assertThat(Ranges.of(List.of("RET-04", "RET-02", "RET-03", "TRN-05")))
                .isEqualTo("RET-02–04, TRN-05");
    }

    @Test
    void twoInARowAreNone() {
        assertThat(Ranges.of(List.of("PTR-09", "PTR-10", "PTR-12")))
                .isEqualTo("PTR-09, PTR-10, PTR-12");
    }

    @Test
    void nothingIsEmpty() {
        assertThat(Ranges.of(List.of())).isEmpty();
    }
}
