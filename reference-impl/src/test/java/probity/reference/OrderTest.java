package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.reference.Rig.CAPTURE;
import static probity.reference.Rig.call;
import static probity.reference.Rig.fprobe;
import static probity.reference.Rig.named;
import static probity.reference.Rig.order;
import static probity.reference.Rig.probe;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import probity.spi.Activation;
import probity.spi.Ending;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.ProbeKind;

/** In which order handlers run. */
class OrderTest {
    private final Rig rig = Rig.of("light-sparse-1");

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void recursionNests() {
        rig.attach(fprobe("p", "recursive"));

        assertThat(order(rig.run(call("recursive", 4)))).isEqualTo(">>>>><<<<<");
    }

    @Test
    void aTreeOfCallsPairsEachReturnWithItsCall() {
        rig.attach(fprobe("p", "recursive_tree"));

        assertThat(order(rig.run(call("recursive_tree", 2)))).isEqualTo(">>><><<>><><<<");
    }

    @Test
    void mutualRecursionNests() {
        rig.attach(fprobe("e", "mutual_even"));
        rig.attach(fprobe("o", "mutual_odd"));

        assertThat(named(rig.run(call("mutual_even", 2)))).isEqualTo("e> o> e> e< o< e<");
    }

    @Test
    void aTailCallHasTwoEntriesAndTwoExitsAtOneReturn() {
        rig.attach(fprobe("first", "tail_first"));
        rig.attach(fprobe("second", "tail_second"));

        Execution execution = rig.run(call("tail_caller", 5, 6));

        assertThat(named(execution)).isEqualTo("first> second> second< first<");
        long caller = Rig.activation(execution, "tail_first").returnAddress();
        assertThat(execution.events())
                .extracting(event -> event.returnIp().getAsLong())
                .containsOnly(caller);
        assertThat(execution.events())
                .filteredOn(event -> event.side().symbol() == '<')
                .allMatch(event -> Rig.captured(event).get("pc") == caller);
    }

    @Test
    void aTailCallIsSeenAsSuch() {
        Execution execution = rig.run(call("tail_caller", 5, 6));

        Activation first = Rig.activation(execution, "tail_first");
        Activation second = Rig.activation(execution, "tail_second");
        assertThat(first.end()).isEqualTo(Activation.End.TAIL_CALLED);
        assertThat(first.successor()).hasValue(second.id());
        assertThat(second.parent()).isEqualTo(first.parent());
        assertThat(second.returnAddress()).isEqualTo(first.returnAddress());
        assertThat(second.end()).isEqualTo(Activation.End.RETURNED);
    }

    @Test
    void framesThatAreUnwoundRunNoExit() {
        rig.attach(fprobe("p", "catch_outer", "throw_middle", "throw_jump"));

        Execution execution = rig.run(call("catch_outer", 9), call("catch_outer", 9));

        assertThat(order(execution)).isEqualTo(">>><>>><");
        assertThat(Rig.result(execution, 1).ending()).isEqualTo(Ending.RETURNED);
        assertThat(Rig.activation(execution, "throw_middle").end())
                .isEqualTo(Activation.End.UNWOUND);
        assertThat(Rig.activation(execution, "catch_outer").end())
                .isEqualTo(Activation.End.RETURNED);
    }

    @Test
    void aTaskThatEndsRunsNoExit() {
        rig.attach(fprobe("p", "end_outer", "end_task"));

        Execution execution = rig.run(call("end_outer", 1), call("leaf", 1));

        assertThat(order(execution)).isEqualTo(">>");
        assertThat(Rig.result(execution, 0).ending()).isEqualTo(Ending.NOT_RETURNED);
        assertThat(Rig.result(execution, 1).ending()).isEqualTo(Ending.RETURNED);
    }

    @Test
    void exitsOfSeveralProbesComeInReverse() {
        rig.attach(fprobe("a", "leaf"));
        rig.attach(fprobe("b", "leaf"));
        rig.attach(fprobe("c", "leaf"));

        assertThat(named(rig.run(call("leaf")))).isEqualTo("a> b> c> c< b< a<");
    }

    @Test
    void everyKindOnOneFunctionSeesItsOwn() {
        rig.attach(fprobe("f", "chain_d"));
        rig.attach(probe("r", ProbeKind.KRETPROBE, "chain_d").onEntry(CAPTURE).onExit(CAPTURE));
        rig.attach(probe("k", ProbeKind.KPROBE, "chain_d").onEntry(CAPTURE));
        rig.attach(probe("m", ProbeKind.MULTI, "chain_d").onExit(CAPTURE));
        rig.attach(probe("s", ProbeKind.SESSION, "chain_d").onEntry(CAPTURE).onExit(CAPTURE));

        Execution execution = rig.run(call("chain_c", 5));

        assertThat(named(execution)).isEqualTo("r> k> f> s> s< m< f< r<");
        long caller = Rig.activation(execution, "chain_d").returnAddress();
        assertThat(execution.events())
                .filteredOn(event -> event.returnIp().isPresent())
                .extracting(event -> event.returnIp().getAsLong())
                .containsOnly(caller)
                .hasSize(7);
    }

    @Test
    void oneSidedProbesRunOneSide() {
        rig.attach(probe("entry", ProbeKind.FPROBE, "leaf").onEntry(CAPTURE));
        rig.attach(probe("exit", ProbeKind.FPROBE, "leaf").onExit(CAPTURE));

        assertThat(named(rig.run(call("leaf")))).isEqualTo("entry> exit<");
    }

    @Test
    void sequenceNumbersCountUp() {
        rig.attach(fprobe("p", "chain_a", "chain_b"));

        assertThat(rig.run(call("chain_a", 1)).events())
                .extracting(Event::sequence)
                .containsExactly(0, 1, 2, 3);
    }
}
