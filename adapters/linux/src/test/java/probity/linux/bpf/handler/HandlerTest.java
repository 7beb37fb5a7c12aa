package probity.linux.bpf.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static probity.linux.bpf.handler.FakeKernel.LAYOUT;
import static probity.linux.bpf.handler.FakeKernel.MAPS;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import probity.spi.Action;
import probity.spi.Bytes;
import probity.spi.Event;
import probity.spi.Helper;
import probity.spi.Observation.Captured;
import probity.spi.Observation.Helped;
import probity.spi.Observation.Loaded;
import probity.spi.Observation.ReadField;
import probity.spi.Observation.Sampled;
import probity.spi.Observation.Walked;
import probity.spi.Observation.Wrote;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Walk;
import probity.spi.Word;

/** Scripts are compiled, run, and what they recorded is decoded. */
class HandlerTest {
    private final FakeKernel kernel = new FakeKernel();
    private final HandlerCompiler compiler =
            new HandlerCompiler(FakeKernel.PROCESS, MAPS, LAYOUT, Optional.of(FakeKernel.CALLS));

    @Test
    void a_hit_says_who_where_and_what() {
        Event event = run(ProbeKind.MULTI);

        assertThat(event.sequence()).isZero();
        assertThat(event.probe()).isEqualTo("A");
        assertThat(event.side()).isEqualTo(Side.ENTRY);
        assertThat(event.cpu()).isEqualTo(2);
        assertThat(event.task()).isZero();
        assertThat(event.function()).isEqualTo("f_ffff800080000000");
        assertThat(event.nested()).isFalse();
        assertThat(event.entryIp()).isEmpty();
        assertThat(event.returnIp()).isEmpty();
        assertThat(event.dataSize()).hasValue(0);
        assertThat(event.set()).isEqualTo(SetKind.CONTEXT);
        assertThat(event.observations()).isEmpty();
    }

    @Test
    void a_hit_of_another_process_leaves_no_record() {
        Handler handler = handler(probe(ProbeKind.MULTI, new Action.Capture("all")));
        kernel.task = 0x0000_0008_0000_0009L;

        assertThat(kernel.run(handler)).isZero();
        assertThat(log(handler).records()).isEmpty();
        assertThat(log(handler).lost()).isZero();
    }

    @Test
    void the_attach_cookie_is_in_every_record() {
        Handler handler = handler(probe(ProbeKind.MULTI));
        kernel.run(handler);

        assertThat(log(handler).records().get(0).attachCookie()).isEqualTo(-77);
        assertThat(log(handler).records().get(0).pidTgid()).isEqualTo(FakeKernel.TASK);
    }

    @Test
    void a_capture_has_all_34_words() {
        Event event = run(ProbeKind.MULTI, new Action.Capture("all"));

        assertThat(event.observations())
                .containsExactly(new Captured("all", FakeKernel.registers()));
    }

    @Test
    void a_read_has_one() {
        Event event = run(ProbeKind.MULTI, new Action.Read("status", "pstate"));

        assertThat(event.observations())
                .containsExactly(
                        new ReadField(
                                "status", "pstate", Optional.of(Word.of(0xa500_0000_0000_0021L))));
    }

    @Test
    void a_sample_is_found_by_its_tag_and_shows_what_was_asked_for() {
        Event event =
                run(
                        ProbeKind.MULTI,
                        new Action.Capture("before"),
                        new Action.Sample("sample", List.of("x3", "pc")));

        assertThat(kernel.samples).containsOnlyKeys(new SampleTag(0, 6, 1));
        assertThat(kernel.sampleFlags).containsExactly(0xffff_ffffL);
        Sampled sampled = event.find("sample", Sampled.class).orElseThrow();
        assertThat(sampled.code()).isZero();
        assertThat(sampled.sample().orElseThrow().registers())
                .isEqualTo(FakeKernel.registers().only(List.of("x3", "pc")));
    }

    @Test
    void a_sample_that_failed() {
        kernel.failure = Optional.of(-2L);
        Event event = run(ProbeKind.MULTI, new Action.Sample("sample", List.of()));

        assertThat(event.observations())
                .containsExactly(new Sampled("sample", -2, Optional.empty()));
    }

    @Test
    void walks_from_the_context_and_from_here() {
        Event event =
                run(
                        ProbeKind.MULTI,
                        new Action.Walk("context", Action.Walk.From.CONTEXT),
                        new Action.Walk("here", Action.Walk.From.HERE));

        assertThat(event.observations())
                .containsExactly(
                        new Walked("context", Action.Walk.From.CONTEXT, walk(0x10L, 0x20L)),
                        new Walked("here", Action.Walk.From.HERE, walk(0x5L, 0x10L, 0x20L)));
    }

    @Test
    void a_walk_that_failed_has_no_frames() {
        kernel.failure = Optional.of(-14L);
        Event event =
                run(
                        ProbeKind.MULTI,
                        new Action.Walk("walk", Action.Walk.From.CONTEXT),
                        new Action.Help("stack", Helper.GET_STACK));

        assertThat(event.observations())
                .containsExactly(
                        new Walked("walk", Action.Walk.From.CONTEXT, walk()),
                        new Helped("stack", Helper.GET_STACK, -14, List.of()));
    }

    @Test
    void a_walk_as_deep_as_walks_get() {
        kernel.fromContext = Collections.nCopies(127, 0x30L);
        Event event =
                run(
                        ProbeKind.MULTI,
                        new Action.Walk("walk", Action.Walk.From.CONTEXT),
                        new Action.Read("x0", "x0"));

        assertThat(event.find("walk", Walked.class).orElseThrow().walk().frames())
                .hasSize(127)
                .containsOnly(0x30L);
        assertThat(event.find("x0", ReadField.class).orElseThrow().value())
                .contains(Word.of(0xa500_0000_0000_0000L));
    }

    @Test
    void helpers() {
        Event event =
                run(
                        ProbeKind.MULTI,
                        new Action.Help("stack", Helper.GET_STACK),
                        new Action.Help("id", Helper.GET_STACKID),
                        new Action.Help("ip", Helper.GET_FUNC_IP),
                        new Action.Help("cookie", Helper.GET_ATTACH_COOKIE));

        assertThat(event.observations())
                .containsExactly(
                        new Helped("stack", Helper.GET_STACK, 0, List.of(0x10L, 0x20L)),
                        new Helped("id", Helper.GET_STACKID, 0, List.of(0x10L, 0x20L)),
                        new Helped("ip", Helper.GET_FUNC_IP, 0, List.of(0xffff_8000_8000_0000L)),
                        new Helped("cookie", Helper.GET_ATTACH_COOKIE, 0, List.of(-77L)));
    }

    @Test
    void a_stack_that_found_no_place_in_the_map() {
        kernel.stackId = -17;
        Event event = run(ProbeKind.MULTI, new Action.Help("id", Helper.GET_STACKID));

        assertThat(event.observations())
                .containsExactly(new Helped("id", Helper.GET_STACKID, -17, List.of()));
    }

    @Test
    void who_has_no_entry_data_reads_none() {
        Event event = run(ProbeKind.MULTI, new Action.LoadData("data"), new Action.Read("a", "x0"));

        assertThat(event.find("data", Loaded.class)).contains(new Loaded("data", Bytes.none()));
    }

    @Test
    void breakpoints_give_the_full_set() {
        Event kprobe = run(ProbeKind.KPROBE);
        assertThat(kprobe.set()).isEqualTo(SetKind.FULL);
        assertThat(kprobe.dataSize()).hasValue(0);

        Probe probe = Probe.of("R", ProbeKind.KRETPROBE, "leaf").onExit();
        Handler handler = (Handler) compiler.compile(6, probe, Side.EXIT);
        FakeKernel other = new FakeKernel();
        other.run(handler);
        LogRecord record = new LogReader(LAYOUT, List.of(handler)).read(other.log).records().get(0);
        Event kretprobe = new EventDecoder(other).decode(record);
        assertThat(kretprobe.side()).isEqualTo(Side.EXIT);
        assertThat(kretprobe.set()).isEqualTo(SetKind.FULL);
        assertThat(kretprobe.dataSize()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void hits_of_several_handlers_are_numbered_together() {
        Handler first = handler(probe(ProbeKind.MULTI));
        Handler second =
                (Handler)
                        compiler.compile(
                                7, Probe.of("B", ProbeKind.MULTI, "leaf").onExit(), Side.EXIT);
        kernel.run(first);
        kernel.run(second);
        kernel.run(first);

        assertThat(log(first, second).records())
                .extracting(record -> record.sequence() + record.handler().probe())
                .containsExactly("0A", "1B", "2A");
        assertThat(log(first, second).records())
                .extracting(LogRecord::time)
                .containsExactly(1000L, 1001L, 1002L);
    }

    @Test
    void hits_past_the_last_slot_are_counted() {
        Handler handler = handler(probe(ProbeKind.MULTI));
        for (int i = 0; i < 5; i++) {
            assertThat(kernel.run(handler)).isZero();
        }

        assertThat(log(handler).records()).hasSize(3);
        assertThat(log(handler).lost()).isEqualTo(2);
    }

    @Test
    void a_write_is_a_store_if_that_is_asked_for() {
        Action.Write write = new Action.Write("write", "x3", 0x5151_5151_5151_5151L);
        Probe probe = probe(ProbeKind.MULTI, write);
        Handler handler = (Handler) compiler.attemptingWrites().compile(6, probe, Side.ENTRY);

        assertThat(handler.program().toString())
                .contains("r1 = 0x5151515151515151 ll", "*(u64 *)(r6 +24) = r1");
        assertThatThrownBy(() -> kernel.run(handler)).hasMessage("Written to context +24");
        kernel.log[4096 + RecordHeader.STATE] = RecordHeader.COMPLETE;
        LogRecord record = log(handler).records().get(0);
        assertThat(new EventDecoder(kernel).decode(record).observations())
                .containsExactly(new Wrote("write", "x3", 0));
    }

    private Event run(ProbeKind kind, Action... actions) {
        Handler handler = handler(probe(kind, actions));
        assertThat(kernel.run(handler)).isZero();
        return new EventDecoder(kernel).decode(log(handler).records().get(0));
    }

    private Log log(Handler... handlers) {
        return new LogReader(LAYOUT, List.of(handlers)).read(kernel.log);
    }

    private Handler handler(Probe probe) {
        return (Handler) compiler.compile(6, probe, Side.ENTRY);
    }

    private static Probe probe(ProbeKind kind, Action... actions) {
        return Probe.of("A", kind, "leaf").onEntry(actions);
    }

    private static Walk walk(Long... frames) {
        return new Walk(List.of(frames));
    }
}
