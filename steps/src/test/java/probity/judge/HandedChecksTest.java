package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.judge.Plans.CAPTURE;
import static probity.judge.Plans.LOAD;
import static probity.judge.Plans.attach;
import static probity.judge.Plans.fprobe;
import static probity.judge.Plans.kretprobe;
import static probity.judge.Plans.session;
import static probity.judge.toy.Toy.call;
import static probity.judge.toy.Toy.recurse;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import probity.judge.toy.Spoil;
import probity.judge.toy.Toy;
import probity.judge.toy.ToyDescription;
import probity.judge.toy.ToyKernel;
import probity.spi.Action;
import probity.spi.Bytes;
import probity.spi.Capability;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.Observation;
import probity.spi.Plan;
import probity.spi.ProbeKind;
import probity.spi.SetKind;
import probity.spi.Side;

/** The checks on what handlers are handed, their entry data and parity; each right and wrong. */
class HandedChecksTest {
    private static final long SITE = Toy.target("leaf").entryIp();
    private static final Plan.Step BOTH = attach(fprobe("leaf").onEntry().onExit());

    private static UnaryOperator<Execution> loaded(int event, Bytes data) {
        return Spoil.observed(
                event,
                seen ->
                        seen instanceof Observation.Loaded loaded
                                ? new Observation.Loaded(loaded.label(), data)
                                : seen);
    }

    @Test
    void fiveThings() {
        CheckCase.of(Check.FIVE_THINGS)
                .plan(BOTH, call("leaf"))
                .holds()
                .finds(
                        Spoil.ips(1, OptionalLong.of(SITE), OptionalLong.empty()),
                        "FIVE_THINGS: At the exit of leaf (probe p, task 0, event 1), the "
                                + "return ip should be handed over but is absent.")
                .finds(
                        Spoil.ips(0, OptionalLong.empty(), OptionalLong.empty()),
                        "FIVE_THINGS: At the entry of leaf (probe p, task 0, event 0), the "
                                + "entry ip should be handed over but is absent.",
                        "FIVE_THINGS: At the entry of leaf (probe p, task 0, event 0), the "
                                + "return ip should be handed over but is absent.");
    }

    @Test
    void aReturnIpThatIsNotShownIsNoDifference() {
        ToyDescription poorer =
                new ToyDescription()
                        .lacking(ProbeKind.FPROBE, Side.ENTRY, Capability.SEES_RETURN_IP);
        Findings entry =
                Toy.of(poorer)
                        .spoil(Spoil.ips(0, OptionalLong.of(SITE), OptionalLong.empty()))
                        .judge(BOTH, call("leaf"));
        assertThat(entry.differences()).isEmpty();
        assertThat(entry.unobservable())
                .containsEntry(
                        Check.RETURN_IP,
                        "The return ip that fprobe handlers get at entry is not shown.")
                .containsKey(Check.FIVE_THINGS);
        CheckCase.of(Check.FIVE_THINGS)
                .on(poorer)
                .plan(BOTH, call("leaf"))
                .finds(
                        Spoil.ips(1, OptionalLong.of(SITE), OptionalLong.empty()),
                        "FIVE_THINGS: At the exit of leaf (probe p, task 0, event 1), the "
                                + "return ip should be handed over but is absent.");
    }

    @Test
    void entryIp() {
        OptionalLong root = OptionalLong.of(0xffff_8000_0009_0010L);
        CheckCase.of(Check.ENTRY_IP)
                .plan(BOTH, call("leaf"))
                .holds()
                .finds(
                        Spoil.ips(1, OptionalLong.of(SITE + 4), root),
                        "ENTRY_IP: At the exit of leaf (probe p, task 0, event 1), the entry "
                                + "ip should be leaf+0x4/0x80 but is leaf+0x8/0x80.");
    }

    @Test
    void returnIp() {
        CheckCase.of(Check.RETURN_IP)
                .plan(BOTH, call("twice"))
                .holds()
                .finds(
                        Spoil.ips(0, OptionalLong.of(SITE), OptionalLong.of(ToyKernel.TRAMPOLINE)),
                        "RETURN_IP: At the entry of leaf (probe p, task 0, event 0), the "
                                + "return ip should be twice+0x24/0x80 but is 0xffff8000000a0000.");
    }

    @Test
    void sameStructure() {
        CheckCase.of(Check.SAME_STRUCTURE)
                .plan(attach(session("leaf").onEntry().onExit()), call("leaf"))
                .holds()
                .finds(
                        Spoil.handed(1, 0, SetKind.FULL),
                        "SAME_STRUCTURE: At the exit of leaf (probe p, task 0, event 1), the "
                                + "register set should be CONTEXT as declared but is FULL.",
                        "SAME_STRUCTURE: At the exit of leaf (probe p, task 0, event 1), the "
                                + "register set should be CONTEXT as at entry but is FULL.");
    }

    @Test
    void sameKprobeSet() {
        CheckCase.of(Check.SAME_KPROBE_SET)
                .plan(attach(kretprobe("leaf").onExit()), call("leaf"))
                .holds()
                .finds(
                        Spoil.handed(0, 0, SetKind.LIGHT),
                        "SAME_STRUCTURE: At the exit of leaf (probe p, task 0, event 0), the "
                                + "register set should be FULL as declared but is LIGHT.",
                        "SAME_KPROBE_SET: At the exit of leaf (probe p, task 0, event 0), "
                                + "the register set should be FULL as kprobe handlers get it but is "
                                + "LIGHT.");
    }

    @Test
    void dataSize() {
        CheckCase.of(Check.DATA_SIZE)
                .plan(attach(fprobe("leaf").onEntry().onExit().withData(24)), call("leaf"))
                .holds()
                .finds(
                        Spoil.handed(1, 8, SetKind.LIGHT),
                        "DATA_SIZE: At the exit of leaf (probe p, task 0, event 1), the size "
                                + "of the entry data should be 24 bytes but is 8 bytes.");
        CheckCase.of(Check.DATA_SIZE)
                .plan(BOTH, call("leaf"))
                .holds()
                .finds(
                        Spoil.handed(1, 8, SetKind.LIGHT),
                        "DATA_SIZE: At the exit of leaf (probe p, task 0, event 1), the size "
                                + "of the entry data should be 0 bytes but is 8 bytes.");
    }

    @Test
    void aSizeThatIsNotShownIsUnseenWhateverWasAsked() {
        UnaryOperator<Execution> hidden =
                seen ->
                        Spoil.events(0, HandedChecksTest::withoutSize)
                                .andThen(Spoil.events(1, HandedChecksTest::withoutSize))
                                .apply(seen);
        Findings findings = Toy.of(new ToyDescription()).spoil(hidden).judge(BOTH, call("leaf"));

        assertThat(findings.compared(Check.DATA_SIZE)).isZero();
        assertThat(findings.unobservable())
                .containsEntry(Check.DATA_SIZE, "The size of entry data is not shown.");
    }

    private static List<Event> withoutSize(Event e) {
        return List.of(
                new Event(
                        e.sequence(),
                        e.probe(),
                        e.side(),
                        e.cpu(),
                        e.task(),
                        e.function(),
                        e.nested(),
                        e.entryIp(),
                        e.returnIp(),
                        OptionalInt.empty(),
                        e.set(),
                        e.observations()));
    }

    @Test
    void entryData() {
        CheckCase.of(Check.ENTRY_DATA)
                .plan(
                        attach(
                                fprobe("leaf")
                                        .onEntry(new Action.StoreData(8, 0x1122))
                                        .onExit(LOAD)
                                        .withData(16)),
                        call("leaf"))
                .holds()
                .finds(
                        loaded(1, Bytes.parse("00".repeat(16))),
                        "ENTRY_DATA: At the exit of leaf (probe p, task 0, event 1), the "
                                + "entry data should be ................2211000000000000 but is "
                                + "................0000000000000000.");
    }

    @Test
    void entryDataBelongsToItsActivation() {
        Action keep = new Action.StoreField(0, "x0");
        CheckCase.of(Check.ENTRY_DATA)
                .plan(
                        attach(fprobe("recursive").onEntry(keep).onExit(LOAD).withData(8)),
                        recurse(1))
                .holds()
                .finds(
                        loaded(2, Bytes.parse("0100000000000000")),
                        "ENTRY_DATA: At the exit of recursive (probe p, task 0, event 2), "
                                + "the entry data should be 0000000000000000 but is 0100000000000000.");
    }

    @Test
    void dataZeroed() {
        CheckCase.of(Check.DATA_ZEROED)
                .plan(attach(fprobe("leaf").onEntry(LOAD).onExit().withData(8)), call("leaf"))
                .holds()
                .finds(
                        loaded(0, Bytes.parse("0000005a00000000")),
                        "DATA_ZEROED: At the entry of leaf (probe p, task 0, event 0), entry "
                                + "data that nobody has written should be zero but is 0000005a00000000.");
    }

    @Test
    void parity() {
        Plan.Step old = attach(kretprobe("leaf").onExit(CAPTURE).withName("k"));
        Plan.Step now = attach(fprobe("leaf").onExit(CAPTURE));
        CheckCase.of(Check.PARITY)
                .plan(old, now, call("leaf"))
                .holds()
                .finds(
                        Spoil.captured(0, "c", "x0", 0xbadL),
                        "EXIT_FIELDS: At the exit of leaf (probe p, task 0, event 0), x0 "
                                + "should be 0x161e1c191fa7c930 but is 0xbad.",
                        "PARITY: At the exit of leaf (probe p, task 0, event 0), the result "
                                + "in x0 should be 0x161e1c191fa7c930 as for the kretprobe but is "
                                + "0xbad.");
    }

    @Test
    void anExitOnTheFullSetAtStageZeroIsNoLightOne() {
        ToyDescription full =
                new ToyDescription()
                        .set(
                                ProbeKind.FPROBE,
                                Side.EXIT,
                                new ToyDescription()
                                        .build()
                                        .set(ProbeKind.KRETPROBE, Side.EXIT)
                                        .orElseThrow());
        CheckCase.of(Check.SAME_STRUCTURE)
                .on(full)
                .plan(attach(fprobe("leaf").onExit()), call("leaf"))
                .holds();
    }
}
