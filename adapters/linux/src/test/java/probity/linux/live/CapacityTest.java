package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CapacityTest {
    private static final int GUEST = 512;

    @Test
    void each_processor_has_a_guest() {
        assertThat(new Capacity(8, 64 << 10).guests(GUEST)).isEqualTo(8);
    }

    @Test
    void half_of_the_memory_holds_two_guests_for_each_that_is_in_use() {
        assertThat(new Capacity(8, 8 << 10).guests(GUEST)).isEqualTo(4);
        assertThat(new Capacity(8, 8 << 10).guests(2 * GUEST)).isEqualTo(2);
    }

    @Test
    void there_is_always_one() {
        assertThat(new Capacity(8, 1 << 10).guests(GUEST)).isEqualTo(1);
    }

    @Test
    void this_machine_has_something() {
        assertThat(Capacity.ofThisMachine().processors()).isPositive();
        assertThat(Capacity.ofThisMachine().memory()).isGreaterThan(64);
    }
}
