package probity.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetTest {
    @Test
    void aReturnAddressBehindTheLastInstructionIsInside() {
        Target target = at(0x1000, 0x20);

        assertThat(target.contains(0x0fff)).isFalse();
        assertThat(target.contains(0x1000)).isTrue();
        assertThat(target.contains(0x1020)).isTrue();
        assertThat(target.contains(0x1021)).isFalse();
    }

    @Test
    void kernelAddressesAreUnsigned() {
        Target target = at(0xffff_8000_0800_0000L, 0x20);

        assertThat(target.contains(0xffff_8000_0800_0010L)).isTrue();
        assertThat(target.contains(0x10)).isFalse();
        assertThat(at(0x7fff_ffff_ffff_fff0L, 0x20).contains(0x8000_0000_0000_0000L)).isTrue();
    }

    private static Target at(long address, long size) {
        return new Target(
                "leaf",
                Role.LEAF,
                address,
                size,
                address,
                address + 4,
                address + 8,
                List.of(),
                List.of(),
                0,
                0,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
