package probity.linux.tracefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import probity.linux.abi.MalformedException;
import probity.spi.Bytes;
import probity.spi.Side;

class FprobeRecordTest {
    private static final long IP = 0xffff_8000_8000_0004L;
    private static final long RETURN_IP = 0xffff_8000_8100_0010L;

    private static Bytes raw(int id, long... words) {
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + words.length * 8 + 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) id).put((byte) 1).put((byte) 2).putInt(71);
        for (long word : words) {
            bytes.putLong(word);
        }
        return Bytes.of(bytes.array());
    }

    @Test
    void an_event_is_known_by_its_id() {
        assertThat(FprobeRecord.id(raw(0xf123))).isEqualTo(0xf123);
    }

    @Test
    void at_entry_there_are_the_entry_ip_the_arguments_and_sp() {
        FprobeRecord record =
                FprobeRecord.read(raw(7, IP, 10, 11, 12, 13, 14, 15, 16, 17, 18), Side.ENTRY);

        assertThat(record.entryIp()).isEqualTo(IP);
        assertThat(record.returnIp()).isEmpty();
        assertThat(record.registers().names()).hasSize(9);
        assertThat(record.registers().get("x0")).isEqualTo(10);
        assertThat(record.registers().get("x7")).isEqualTo(17);
        assertThat(record.registers().get("sp")).isEqualTo(18);
    }

    @Test
    void at_exit_there_are_both_ips_the_result_and_sp() {
        FprobeRecord record = FprobeRecord.read(raw(7, IP, RETURN_IP, -1, 5), Side.EXIT);

        assertThat(record.entryIp()).isEqualTo(IP);
        assertThat(record.returnIp()).hasValue(RETURN_IP);
        assertThat(record.registers().names()).containsExactlyInAnyOrder("x0", "sp");
        assertThat(record.registers().get("x0")).isEqualTo(-1);
        assertThat(record.registers().get("sp")).isEqualTo(5);
    }

    @Test
    void a_record_that_is_too_short() {
        assertThatThrownBy(() -> FprobeRecord.id(Bytes.none()))
                .isInstanceOf(MalformedException.class)
                .hasMessage("The record of an fprobe event has 0 bytes, not 8.");
        assertThatThrownBy(() -> FprobeRecord.read(raw(7, IP, RETURN_IP, 1), Side.EXIT))
                .isInstanceOf(MalformedException.class)
                .hasMessage("The record of an fprobe event has 36 bytes, not 40.");
    }

    @Test
    void the_definition_fetches_what_is_read() {
        assertThat(FprobeRecord.fetched(Side.EXIT))
                .containsExactly("x0=$retval:x64", "sp=$stack:x64");
        assertThat(FprobeRecord.fetched(Side.ENTRY)).hasSize(9).contains("x7=$arg8:x64");
    }
}
