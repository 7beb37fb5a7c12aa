package probity.linux.bpf.handler;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static probity.linux.bpf.handler.FakeKernel.LAYOUT;
import static probity.linux.bpf.handler.FakeKernel.MAPS;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import probity.linux.abi.MalformedException;
import probity.spi.Action;
import probity.spi.Bytes;
import probity.spi.Helper;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Side;

/** A log of one right record, broken in one way each time. */
class BrokenLogTest {
    private static final int RECORD = 4096;
    private static final int RESULT = RECORD + RecordHeader.SIZE;

    private final FakeKernel kernel = new FakeKernel();
    private final Probe probe =
            Probe.of("A", ProbeKind.MULTI, "leaf")
                    .onEntry(
                            new Action.Walk("walk", Action.Walk.From.CONTEXT),
                            new Action.Help("id", Helper.GET_STACKID));
    private final Handler handler =
            (Handler)
                    new HandlerCompiler(FakeKernel.PROCESS, MAPS, LAYOUT, Optional.empty())
                            .compile(6, probe, Side.ENTRY);
    private final ByteBuffer log = ByteBuffer.wrap(kernel.log).order(ByteOrder.LITTLE_ENDIAN);

    @BeforeEach
    void one_hit() {
        kernel.run(handler);
    }

    @Test
    void no_counter() {
        assertThatThrownBy(() -> LogReader.hits(new byte[7]))
                .isInstanceOf(MalformedException.class)
                .hasMessage("The log's counter takes 8 bytes, but 7 were read.");
    }

    @Test
    void a_negative_count() {
        log.putLong(0, -1);
        refused("The log counts -1 hits.");
    }

    @Test
    void less_than_was_counted() {
        assertThatThrownBy(() -> read(Arrays.copyOf(kernel.log, 8191)))
                .hasMessage("The log has 1 hits in 8192 bytes, but only 8191 were read.");
    }

    @Test
    void a_number_taken_and_a_record_never_begun() {
        log.putLong(0, 2);
        refused("Record 1 of the log was counted but never begun: its state is 0.");
    }

    @Test
    void a_record_of_another_number() {
        log.putLong(RECORD, 5);
        refused("Record 0 of the log says that it is number 5.");
    }

    @Test
    void a_record_by_nobody() {
        log.putInt(RECORD + RecordHeader.HANDLER, 9);
        refused("Record 0 of the log is by handler 9, which there is not.");
    }

    @Test
    void a_record_of_a_side_without_a_script() {
        log.putInt(RECORD + RecordHeader.SIDE, 1);
        refused("Record 0 of the log is of side 1, where probe A has no script.");
    }

    @Test
    void a_handler_that_did_not_come_to_its_end() {
        log.putInt(RECORD + RecordHeader.STATE, RecordHeader.BEGUN);
        undecodable("The entry handler of probe A began record 0 and did not complete it.");
    }

    @Test
    void a_walk_longer_than_its_buffer() {
        log.putLong(RESULT, 1024);
        undecodable(
                "A walk in record 0 says that it took 1024 bytes; it has room for 1016, in words"
                        + " of 8.");
        log.putLong(RESULT, 12);
        undecodable(
                "A walk in record 0 says that it took 12 bytes; it has room for 1016, in words"
                        + " of 8.");
    }

    @Test
    void a_result_that_is_no_errno() {
        log.putLong(RESULT, -4096);
        undecodable("A helper in record 0 returned -4096, which is no errno.");
    }

    @Test
    void a_sample_without_a_tag() {
        assertThatThrownBy(() -> SampleTag.of(Bytes.of(new byte[12])))
                .isInstanceOf(MalformedException.class)
                .hasMessage("The raw data of a sample has 12 bytes, but a handler attaches 16.");
    }

    @Test
    void logs_of_no_use() {
        assertThatThrownBy(() -> new LogLayout(100, 1))
                .hasMessage("A slot of 100 bytes is not a multiple of 8 from 56 to 32768.");
        assertThatThrownBy(() -> new LogLayout(64, 0))
                .hasMessage("A log needs room for at least one record, not for 0.");
    }

    private void refused(String message) {
        assertThatThrownBy(() -> read(kernel.log))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }

    private void undecodable(String message) {
        LogRecord record = read(kernel.log).records().get(0);
        assertThatThrownBy(() -> new EventDecoder(kernel).decode(record))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }

    private Log read(byte[] bytes) {
        return new LogReader(LAYOUT, List.of(handler)).read(bytes);
    }
}
