package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.judge.Plans.AGAIN;
import static probity.judge.Plans.CAPTURE;
import static probity.judge.Plans.attach;
import static probity.judge.Plans.fprobe;
import static probity.judge.Plans.kprobe;
import static probity.judge.Plans.kretprobe;
import static probity.judge.Plans.session;
import static probity.judge.toy.Toy.call;

import org.junit.jupiter.api.Test;
import probity.judge.toy.Spoil;
import probity.judge.toy.Toy;
import probity.judge.toy.ToyDescription;
import probity.spi.Action;
import probity.spi.ContextPolicy;
import probity.spi.Plan;
import probity.spi.ProbeKind;
import probity.spi.Side;
import probity.spi.Unsaved;

/** The checks on fields of register sets, each right and wrong. */
class FieldChecksTest {
    private static final Plan.Step SESSION =
            attach(session("leaf").onEntry(CAPTURE).onExit(CAPTURE));
    private static final Plan.Step FPROBE = attach(fprobe("leaf").onEntry(CAPTURE).onExit(CAPTURE));

    @Test
    void contextReadable() {
        CheckCase.of(Check.CONTEXT_READABLE)
                .plan(SESSION, call("leaf"))
                .holds()
                .finds(
                        Spoil.captured(0, "c", "x12", null),
                        "UNPOPULATED_FIELDS: At the entry of leaf (probe p, task 0, event "
                                + "0), x12 should be 0x0 but is absent.",
                        "CONTEXT_READABLE: At the entry of leaf (probe p, task 0, event 0), "
                                + "the field x12 should be readable but is not readable.",
                        "POISON_INDEPENDENT: At the entry of leaf (probe p, task 0, event "
                                + "0), x12 (action 'c') in the second run should be absent but is 0x0.");
    }

    @Test
    void contextReadableByAReadOfOneField() {
        CheckCase.of(Check.CONTEXT_READABLE)
                .plan(attach(session("leaf").onEntry(new Action.Read("r", "x2"))), call("leaf"))
                .holds();
    }

    @Test
    void contextReadableExceptsDeniedFields() {
        ToyDescription denied = new ToyDescription().policy(ContextPolicy.DENIED, Unsaved.DENIED);
        CheckCase.of(Check.CONTEXT_READABLE).on(denied).plan(SESSION, call("leaf")).holds();
    }

    @Test
    void kernelMode() {
        CheckCase.of(Check.KERNEL_MODE)
                .plan(SESSION, call("leaf"))
                .holds()
                .finds(
                        Spoil.captured(1, "c", "pstate", 0x3c0L),
                        "CONSTANT_FIELDS: At the exit of leaf (probe p, task 0, event 1), "
                                + "pstate should be 0x3c5 but is 0x3c0.",
                        "KERNEL_MODE: At the exit of leaf (probe p, task 0, event 1), the "
                                + "mode in pstate should be a kernel mode but is EL0t (pstate 0x3c0).");
    }

    @Test
    void entryFields() {
        CheckCase.of(Check.ENTRY_FIELDS)
                .plan(FPROBE, call("leaf"))
                .holds()
                .finds(
                        Spoil.captured(0, "c", "x5", 0xbadL),
                        "ENTRY_FIELDS: At the entry of leaf (probe p, task 0, event 0), x5 "
                                + "should be 0xa505f70afabafc16 but is 0xbad.")
                .finds(
                        Spoil.captured(0, "c", "x30", 0xbadL),
                        "ENTRY_FIELDS: At the entry of leaf (probe p, task 0, event 0), x30 "
                                + "should be 0xffff800000090010 but is 0xbad.")
                .finds(
                        Spoil.captured(0, "c", "pc", Toy.target("leaf").entryIp()),
                        "ENTRY_FIELDS: At the entry of leaf (probe p, task 0, event 0), pc "
                                + "should be leaf+0x8/0x80 but is leaf+0x4/0x80.");
    }

    @Test
    void aHiddenFieldMayBeAbsentButNotWrong() {
        ToyDescription hiding =
                new ToyDescription()
                        .hiding(ProbeKind.FPROBE, Side.ENTRY, "x8")
                        .hiding(ProbeKind.FPROBE, Side.EXIT, "x1", "sp");
        Findings absent =
                Toy.of(hiding)
                        .spoil(Spoil.captured(0, "c", "x8", null))
                        .judge(FPROBE, call("leaf"));
        assertThat(absent.differences()).isEmpty();
        assertThat(absent.unobservable())
                .containsEntry(
                        Check.ENTRY_FIELDS,
                        "x8 in the set of fprobe handlers at entry is not shown.");
        assertThat(
                        Toy.of(hiding)
                                .spoil(Spoil.captured(1, "c", "sp", null))
                                .judge(FPROBE, call("leaf"))
                                .differences())
                .isEmpty();
        CheckCase.of(Check.ENTRY_FIELDS)
                .on(hiding)
                .plan(FPROBE, call("leaf"))
                .holds()
                .finds(
                        Spoil.captured(0, "c", "x8", 0xbadL),
                        "ENTRY_FIELDS: At the entry of leaf (probe p, task 0, event 0), x8 "
                                + "should be 0xa508a42ee25b6a05 but is 0xbad.")
                .finds(
                        Spoil.captured(0, "c", "x7", null),
                        "ENTRY_FIELDS: At the entry of leaf (probe p, task 0, event 0), x7 "
                                + "should be 0xa5078b523c7e1df8 but is absent.");
    }

    @Test
    void entryFieldsInTheWidthOfTheirType() {
        long upper = call("leaf").registers().get("x1") ^ 0xffff_ffff_0000_0000L;
        long lower = call("leaf").registers().get("x1") ^ 1;
        CheckCase.of(Check.ENTRY_FIELDS)
                .plan(FPROBE, call("leaf"))
                .finds(
                        Spoil.captured(0, "c", "x1", lower),
                        "ENTRY_FIELDS: At the entry of leaf (probe p, task 0, event 0), x1 "
                                + "should be 0xc5e44747 but is 0xc5e44746.");
        CheckCase.of(Check.ENTRY_FIELDS).plan(FPROBE, call("leaf")).holds();
        assertThat(
                        Toy.plain()
                                .spoil(Spoil.captured(0, "c", "x1", upper))
                                .judge(FPROBE, call("leaf"))
                                .differences())
                .isEmpty();
    }

    @Test
    void exitFields() {
        CheckCase.of(Check.EXIT_FIELDS)
                .plan(FPROBE, call("leaf"))
                .holds()
                .finds(
                        Spoil.captured(1, "c", "x3", 0xbadL),
                        "EXIT_FIELDS: At the exit of leaf (probe p, task 0, event 1), x3 "
                                + "should be 0xa50324302b4a4ce5 but is 0xbad.");
    }

    @Test
    void theLinkRegisterAtExitLeadsToWhereTheFunctionReturned() {
        CheckCase.of(Check.POPULATED_FIELDS)
                .plan(attach(kretprobe("leaf").onExit(CAPTURE)), call("leaf"))
                .holds()
                .finds(
                        Spoil.captured(0, "c", "x30", 0xbadL),
                        "POPULATED_FIELDS: At the exit of leaf (probe p, task 0, event 0), x30 "
                                + "should be 0xffff800000090010 but is 0xbad.");
    }

    @Test
    void exitAccessors() {
        CheckCase.of(Check.EXIT_ACCESSORS)
                .plan(attach(fprobe("leaf").onExit(CAPTURE)), call("leaf"))
                .holds()
                .finds(
                        Spoil.captured(0, "c", "sp", null),
                        "EXIT_FIELDS: At the exit of leaf (probe p, task 0, event 0), sp "
                                + "should be 0xffff800008000000 but is absent.",
                        "EXIT_ACCESSORS: At the exit of leaf (probe p, task 0, event 0), sp "
                                + "should be 0xffff800008000000 but is absent.");
    }

    @Test
    void frameKept() {
        long sp = 0xffff_8000_0800_0010L;
        CheckCase.of(Check.FRAME_KEPT)
                .plan(FPROBE, call("leaf"))
                .holds()
                .finds(
                        Spoil.captured(1, "c", "sp", sp),
                        "EXIT_FIELDS: At the exit of leaf (probe p, task 0, event 1), sp "
                                + "should be 0xffff800008000000 but is 0xffff800008000010.",
                        "EXIT_ACCESSORS: At the exit of leaf (probe p, task 0, event 1), sp "
                                + "should be 0xffff800008000000 but is 0xffff800008000010.",
                        "FRAME_KEPT: At the exit of leaf (probe p, task 0, event 1), sp "
                                + "should be 0xffff800008000000 as at entry but is 0xffff800008000010.");
    }

    @Test
    void populatedFields() {
        CheckCase.of(Check.POPULATED_FIELDS)
                .plan(attach(kprobe("leaf").onEntry(CAPTURE)), call("leaf"))
                .holds()
                .finds(
                        Spoil.captured(0, "c", "x20", 0xbadL),
                        "POPULATED_FIELDS: At the entry of leaf (probe p, task 0, event 0), "
                                + "x20 should be 0xa5202c029206cafd but is 0xbad.")
                .finds(
                        Spoil.captured(0, "c", "pstate", 0x2000_03c5L),
                        "POPULATED_FIELDS: At the entry of leaf (probe p, task 0, event 0), "
                                + "pstate should be 0x600003c5 but is 0x200003c5.");
    }

    @Test
    void constantFields() {
        CheckCase.of(Check.CONSTANT_FIELDS)
                .plan(SESSION, call("leaf"))
                .holds()
                .finds(
                        Spoil.captured(0, "c", "pstate", 0x5L),
                        "CONSTANT_FIELDS: At the entry of leaf (probe p, task 0, event 0), "
                                + "pstate should be 0x3c5 but is 0x5.");
    }

    @Test
    void unpopulatedFieldsAreZeroWhenSparse() {
        CheckCase.of(Check.UNPOPULATED_FIELDS)
                .plan(attach(session("leaf").onEntry(CAPTURE)), call("leaf"))
                .holds()
                .findsIn(
                        Toy.plain()
                                .spoil(Spoil.captured(0, "c", "x20", 0xbadL))
                                .spoilAgain(Spoil.captured(0, "c", "x20", 0xbadL)),
                        "UNPOPULATED_FIELDS: At the entry of leaf (probe p, task 0, event "
                                + "0), x20 should be 0x0 but is 0xbad.");
    }

    @Test
    void unpopulatedFieldsCannotBeReadWhenDenied() {
        ToyDescription denied = new ToyDescription().policy(ContextPolicy.DENIED, Unsaved.DENIED);
        CheckCase.of(Check.UNPOPULATED_FIELDS)
                .on(denied)
                .plan(attach(session("leaf").onEntry(CAPTURE)), call("leaf"))
                .holds()
                .findsIn(
                        Toy.of(denied)
                                .spoil(Spoil.captured(0, "c", "x20", 0L))
                                .spoilAgain(Spoil.captured(0, "c", "x20", 0L)),
                        "UNPOPULATED_FIELDS: At the entry of leaf (probe p, task 0, event "
                                + "0), x20 should be denied but is 0x0.");
    }

    @Test
    void poisonIndependent() {
        CheckCase.of(Check.POISON_INDEPENDENT)
                .plan(attach(session("leaf").onEntry(CAPTURE)), call("leaf"))
                .holds()
                .findsIn(
                        Toy.plain().spoilAgain(Spoil.captured(0, "c", "x20", 0xbadL)),
                        "POISON_INDEPENDENT: At the entry of leaf (probe p, task 0, event "
                                + "0), x20 (action 'c') in the second run should be 0x0 but is 0xbad.")
                .findsIn(
                        Toy.plain().spoilAgain(Spoil.missing(0)),
                        "POISON_INDEPENDENT: At the entry of leaf (probe p, task 0, event "
                                + "0), the same event of the second run should be present but is "
                                + "absent.");
    }

    @Test
    void contextStable() {
        CheckCase.of(Check.CONTEXT_STABLE)
                .plan(attach(session("leaf").onEntry(CAPTURE, AGAIN)), call("leaf"))
                .holds()
                .finds(
                        Spoil.captured(0, "c2", "x2", 0xbadL),
                        "CONTEXT_STABLE: At the entry of leaf (probe p, task 0, event 0), x2 "
                                + "in the second capture should be 0xa502d900ffdc89e6 as in the first "
                                + "but is 0xbad.");
    }

    @Test
    void fullSet() {
        CheckCase.of(Check.FULL_SET)
                .plan(attach(kretprobe("leaf").onExit(CAPTURE)), call("leaf"))
                .holds()
                .finds(
                        Spoil.captured(0, "c", "x27", null),
                        "POPULATED_FIELDS: At the exit of leaf (probe p, task 0, event 0), "
                                + "x27 should be 0xa527b807742c5da8 but is absent.",
                        "FULL_SET: At the exit of leaf (probe p, task 0, event 0), x27 "
                                + "should be declared populated, and delivered but is declared "
                                + "populated, and absent.");
    }

    @Test
    void scratchRegistersAfterAnotherCallAreWhatTheMachineSaw() {
        // between leaf's hooks and inner's, x9 to x17 have changed: no fault
        CheckCase.of(Check.POPULATED_FIELDS)
                .plan(
                        attach(fprobe("leaf").onEntry(CAPTURE).onExit(CAPTURE)),
                        attach(kprobe("inner").onEntry(CAPTURE).withName("q")),
                        call("twice"))
                .holds()
                .finds(
                        Spoil.captured(2, "c", "x9", 0xbadL),
                        "POPULATED_FIELDS: At the entry of inner (probe q, task 0, event 2), "
                                + "x9 should be 0xd97bfa65dab16275 but is 0xbad.");
    }

    @Test
    void whatNobodySawIsNotCompared() {
        CheckCase.of(Check.POPULATED_FIELDS)
                .plan(
                        attach(kretprobe("leaf").onExit(CAPTURE)),
                        attach(fprobe("leaf").onExit(CAPTURE).withName("q")),
                        call("leaf"))
                .isBlindOn(new ToyDescription(), "Nobody saw the truth of x8 at the exit of leaf.");
    }
}
