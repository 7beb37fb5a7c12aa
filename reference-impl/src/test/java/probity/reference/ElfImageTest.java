package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import probity.machine.Permission;
import probity.targets.TargetProgram;

/** Reading linked programs. */
class ElfImageTest {
    private static final int MACHINE = 18;
    private static final int TYPE = 16;

    @Test
    void readsSegmentsAndSymbols() {
        ElfImage image = ElfImage.parse(TargetProgram.elf());

        assertThat(image.segments().get(0).permissions())
                .containsExactly(Permission.READ, Permission.EXECUTE);
        assertThat(image.segments()).anyMatch(s -> s.permissions().contains(Permission.WRITE));
        assertThat(image.symbols()).containsKeys("leaf", "task_entry", "indirect_buffer");
        assertThat(image.hasText(image.address("leaf").getAsLong())).isTrue();
        assertThat(image.hasText(image.address("indirect_buffer").getAsLong())).isFalse();
        assertThat(image.address("nothing")).isEmpty();
    }

    @Test
    void refusesWhatIsNoProgramForThisMachine() {
        assertThatThrownBy(() -> ElfImage.parse("no ELF at all, by any means".getBytes()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("This is no ELF file: ");
        assertThatThrownBy(() -> ElfImage.parse(new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ElfImage.parse(with(MACHINE, 62)))
                .hasMessage("The ELF machine is 62, not 183 (AArch64).");
        assertThatThrownBy(() -> ElfImage.parse(with(TYPE, 1)))
                .hasMessage("The ELF type is 1, not 2 (ET_EXEC: a linked executable).");
    }

    private static byte[] with(int offset, int value) {
        byte[] elf = TargetProgram.elf();
        ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN).putShort(offset, (short) value);
        return elf;
    }
}
