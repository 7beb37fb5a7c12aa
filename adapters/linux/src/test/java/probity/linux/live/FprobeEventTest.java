package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import probity.linux.perf.PerfRecord;
import probity.spi.Action;
import probity.spi.Architecture;
import probity.spi.Bytes;
import probity.spi.Event;
import probity.spi.Observation;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Sample;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Walk;
import probity.spi.Word;

/** What becomes of the sample and the record of a hit. */
class FprobeEventTest {
    private static final RegisterFile SAMPLED =
            RegisterFile.builder(Architecture.ARM64)
                    .set("x0", 99)
                    .set("x29", 0x29)
                    .set("x30", 0)
                    .set("sp", 98)
                    .set("pc", 0x1234)
                    .build();

    private static final Sample SAMPLE =
            new Sample(Sample.Mode.KERNEL, 0x1234, List.of(0x1234L, 0x5678L), SAMPLED);

    private static Event exit(Action... actions) {
        Probe probe = Probe.of("F", ProbeKind.FPROBE, "leaf").onExit(actions);
        ByteBuffer raw = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        raw.putLong(7).putLong(0x1000).putLong(0x1234).putLong(42).putLong(0xbad0);
        return new FprobeEvent(probe, Side.EXIT, "leaf", 7)
                .event(3, 1, 2, new PerfRecord.Sampled(70, 71, 500, SAMPLE, Bytes.of(raw.array())));
    }

    @Test
    void a_hit_says_where_and_what_its_handler_was_handed() {
        Event event = exit();

        assertThat(event.sequence()).isEqualTo(3);
        assertThat(event.task()).isEqualTo(1);
        assertThat(event.cpu()).isEqualTo(2);
        assertThat(event.function()).isEqualTo("leaf");
        assertThat(event.side()).isEqualTo(Side.EXIT);
        assertThat(event.entryIp()).hasValue(0x1000);
        assertThat(event.returnIp()).hasValue(0x1234);
        assertThat(event.dataSize()).isEmpty();
        assertThat(event.set()).isEqualTo(SetKind.LIGHT);
    }

    /** The other sampled registers are none of the handler's: perf fills in what it needs. */
    @Test
    void registers_are_those_fetched_and_the_two_that_perf_fills_in() {
        Observation.Captured captured =
                exit(new Action.Capture("c")).find("c", Observation.Captured.class).orElseThrow();

        assertThat(captured.registers())
                .isEqualTo(
                        RegisterFile.builder(Architecture.ARM64)
                                .set("x0", 42)
                                .set("sp", 0xbad0)
                                .set("x29", 0x29)
                                .set("pc", 0x1234)
                                .build());
        assertThat(captured.registers().names())
                .containsExactlyInAnyOrderElementsOf(FprobeEvent.shown(Side.EXIT));
    }

    @Test
    void the_sample_answers_actions_and_its_call_chain_is_a_walk() {
        Event event =
                exit(
                        new Action.Sample("s", List.of("pc")),
                        new Action.Read("r", "x0"),
                        new Action.Walk("w", Action.Walk.From.CONTEXT));

        assertThat(event.observations())
                .containsExactly(
                        new Observation.Sampled(
                                "s",
                                0,
                                Optional.of(
                                        new Sample(
                                                Sample.Mode.KERNEL,
                                                0x1234,
                                                List.of(0x1234L, 0x5678L),
                                                SAMPLED.only(List.of("pc"))))),
                        new Observation.ReadField("r", "x0", Optional.of(Word.of(42))),
                        new Observation.Walked(
                                "w",
                                Action.Walk.From.CONTEXT,
                                new Walk(List.of(0x1234L, 0x5678L))));
    }
}
