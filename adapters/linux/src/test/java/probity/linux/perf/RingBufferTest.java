package probity.linux.perf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import probity.linux.abi.MalformedException;
import probity.linux.perf.PerfRecord.Lost;
import probity.linux.perf.PerfRecord.Other;
import probity.linux.perf.PerfRecord.Sampled;
import probity.spi.Architecture;
import probity.spi.Bytes;
import probity.spi.RegisterFile;
import probity.spi.Sample;

class RingBufferTest {
    private static final int SAMPLE = 9;
    private static final int KERNEL = 1;
    private static final int USER = 2;
    private static final long KERNEL_FRAMES = -128;

    @Test
    void a_sample() {
        RingBuilder ring =
                new RingBuilder(1024, 0)
                        .record(SAMPLE, KERNEL, sample(KERNEL_FRAMES, 0xffff_8000_0000_1000L, 7L));

        assertThat(unread(ring))
                .containsExactly(
                        new Sampled(
                                3,
                                4,
                                99,
                                new Sample(
                                        Sample.Mode.KERNEL,
                                        0xffff_8000_0000_1000L,
                                        List.of(0xffff_8000_0000_1000L, 7L),
                                        registers()),
                                Bytes.parse("0102030405060708090a0b0c0d0e0f1000000000")));
    }

    @Test
    void a_sample_of_user_mode_has_no_frames_of_the_kernel() {
        RingBuilder ring = new RingBuilder(1024, 0).record(SAMPLE, USER, sample());
        Sampled sampled = (Sampled) unread(ring).get(0);

        assertThat(sampled.sample().mode()).isEqualTo(Sample.Mode.USER);
        assertThat(sampled.sample().callChain()).isEmpty();
    }

    @Test
    void other_bits_of_misc_are_none_of_the_mode() {
        RingBuilder ring = new RingBuilder(1024, 0).record(SAMPLE, 0x4001, sample());

        assertThat(((Sampled) unread(ring).get(0)).sample().mode()).isEqualTo(Sample.Mode.KERNEL);
    }

    @Test
    void a_sample_without_registers() {
        RingBuilder ring =
                new RingBuilder(1024, 0)
                        .record(SAMPLE, KERNEL, head(1).andThen(body -> body.putLong(0)));

        assertThat(((Sampled) unread(ring).get(0)).sample().registers())
                .isEqualTo(RegisterFile.empty(Architecture.ARM64));
    }

    @Test
    void records_that_wrap_around_at_any_byte() {
        for (int read = 1024 - 400; read <= 1024; read += 8) {
            RingBuilder ring =
                    new RingBuilder(1024, 0x1_0000_0000L + read)
                            .record(SAMPLE, KERNEL, sample(1L, 2L, 3L))
                            .record(2, 0, body -> body.putLong(55).putLong(6));

            assertThat(unread(ring)).hasSize(2).last().isEqualTo(new Lost(6));
            assertThat(((Sampled) unread(ring).get(0)).sample().callChain())
                    .containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void records_that_nobody_asked_for() {
        RingBuilder ring = new RingBuilder(1024, 0).record(11, 0, body -> body.putLong(1));

        assertThat(unread(ring)).containsExactly(new Other(11, 16));
    }

    @Test
    void nothing_new() {
        assertThat(unread(new RingBuilder(1024, 4711 * 8))).isEmpty();
    }

    @Test
    void records_of_impossible_sizes() {
        refused(
                new RingBuilder(1024, 0).record(SAMPLE, KERNEL, 0, sample()),
                "A record of the ring buffer has 0 bytes, where 336 are left.");
        refused(
                new RingBuilder(1024, 0).record(SAMPLE, KERNEL, 12, sample()),
                "A record of the ring buffer has 12 bytes, where 336 are left.");
        refused(
                new RingBuilder(1024, 0).record(SAMPLE, KERNEL, 344, sample()),
                "A record of the ring buffer has 344 bytes, where 336 are left.");
    }

    @Test
    void a_sample_that_ends_too_early() {
        refused(
                new RingBuilder(1024, 0).record(SAMPLE, KERNEL, body -> body.putLong(1)),
                "A record of the ring buffer ends within its process id: 0 bytes are left, 4 are"
                        + " needed.");
        refused(
                new RingBuilder(1024, 0)
                        .record(SAMPLE, KERNEL, head(1).andThen(body -> body.putLong(2))),
                "A record of the ring buffer ends within its registers: 0 bytes are left, 8 are"
                        + " needed.");
    }

    @Test
    void call_chains_longer_than_their_record() {
        refused(
                new RingBuilder(1024, 0)
                        .record(
                                SAMPLE,
                                KERNEL,
                                body -> body.putLong(1).putLong(2).putLong(3).putLong(9)),
                "A sample's call chain has 9 entries, but the record has 0 bytes left.");
        refused(
                new RingBuilder(1024, 0)
                        .record(
                                SAMPLE,
                                KERNEL,
                                body ->
                                        body.putLong(1)
                                                .putLong(2)
                                                .putLong(3)
                                                .putLong(0x2000_0000_0000_0001L)),
                "A sample's call chain has 2305843009213693953 entries, but the record has 0 bytes"
                        + " left.");
    }

    @Test
    void raw_data_longer_than_its_record() {
        refused(
                new RingBuilder(1024, 0)
                        .record(
                                SAMPLE,
                                KERNEL,
                                body ->
                                        body.putLong(1)
                                                .putLong(2)
                                                .putLong(3)
                                                .putLong(0)
                                                .putInt(-1)
                                                .putInt(0)),
                "A record of the ring buffer ends within its raw data: 4 bytes are left, 4294967295"
                        + " are needed.");
    }

    @Test
    void registers_of_another_machine() {
        refused(
                new RingBuilder(1024, 0)
                        .record(SAMPLE, KERNEL, head(1).andThen(body -> body.putLong(1))),
                "A sample has registers of kind 1; those of arm64 are kind 2.");
    }

    @Test
    void a_sample_that_goes_on() {
        refused(
                new RingBuilder(1024, 0)
                        .record(SAMPLE, KERNEL, sample().andThen(body -> body.putLong(1))),
                "A sample goes on for 8 bytes after its registers.");
    }

    @Test
    void a_mode_that_there_is_not() {
        refused(
                new RingBuilder(1024, 0).record(SAMPLE, 5, sample()),
                "A sample says that it was taken in mode 5, which is neither kernel (1) nor user"
                        + " (2).");
    }

    @Test
    void control_pages_that_contradict_themselves() {
        assertThatThrownBy(() -> ControlPage.read(RingBuilder.page(0, 0, 1000)))
                .isInstanceOf(MalformedException.class)
                .hasMessage("A ring buffer of 1000 bytes is not one of a power of two.");
        assertThatThrownBy(() -> ControlPage.read(RingBuilder.page(2048, 1000, 1024)))
                .hasMessage(
                        "The ring buffer has 1024 bytes, of which 2048 were written and 1000"
                                + " read.");
        assertThatThrownBy(() -> ControlPage.read(RingBuilder.page(8, 16, 1024)))
                .hasMessage("The ring buffer has 1024 bytes, of which 8 were written and 16 read.");
        assertThatThrownBy(() -> ControlPage.read(new byte[24]))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void a_buffer_of_another_size_than_the_page_says() {
        ControlPage control = new RingBuilder(1024, 0).control();

        assertThatThrownBy(() -> RingBuffer.unread(control, new byte[512]))
                .isInstanceOf(MalformedException.class)
                .hasMessage("The ring buffer has 1024 bytes, but 512 were read.");
    }

    private static List<PerfRecord> unread(RingBuilder ring) {
        return RingBuffer.unread(ring.control(), ring.data());
    }

    private static void refused(RingBuilder ring, String message) {
        assertThatThrownBy(() -> unread(ring))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }

    /** A complete sample with this call chain. */
    private static Consumer<ByteBuffer> sample(Long... chain) {
        return head(chain.length, chain)
                .andThen(
                        body -> {
                            body.putLong(2);
                            PerfRegisters.NAMES.forEach(
                                    name -> body.putLong(registers().get(name)));
                        });
    }

    /** A sample up to its registers. */
    private static Consumer<ByteBuffer> head(int frames, Long... chain) {
        return body -> {
            body.putLong(0xffff_8000_0000_1000L).putInt(3).putInt(4).putLong(99).putLong(frames);
            for (int i = 0; i < frames; i++) {
                body.putLong(i < chain.length ? chain[i] : 0);
            }
            body.putInt(20);
            for (int i = 1; i <= 20; i++) {
                body.put((byte) (i <= 16 ? i : 0));
            }
        };
    }

    private static RegisterFile registers() {
        RegisterFile.Builder file = RegisterFile.builder(Architecture.ARM64);
        for (int i = 0; i < PerfRegisters.NAMES.size(); i++) {
            file.set(PerfRegisters.NAMES.get(i), 0xb600_0000_0000_0000L + i);
        }
        return file.build();
    }
}
