package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.judge.Plans.CAPTURE;
import static probity.judge.Plans.WALK;
import static probity.judge.Plans.attach;
import static probity.judge.Plans.fprobe;
import static probity.judge.Plans.sample;
import static probity.judge.Plans.session;
import static probity.judge.toy.Toy.call;
import static probity.judge.toy.Toy.target;
import static probity.spi.Side.ENTRY;
import static probity.spi.Side.EXIT;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import probity.judge.toy.Spoil;
import probity.judge.toy.Toy;
import probity.spi.Action;
import probity.spi.Helper;
import probity.spi.Plan;
import probity.spi.Side;

/** Everything that the judge says in words or signs. */
class TextsTest {
    private static final Names NAMES = new Names(List.copyOf(Toy.plain().targets().values()));

    @Test
    void orderStrings() {
        assertThat(OrderString.of(List.of())).isEqualTo("|");
        assertThat(OrderString.of(List.of(ENTRY))).isEqualTo(">|");
        assertThat(OrderString.of(List.of(EXIT))).isEqualTo("|<");
        assertThat(OrderString.of(List.of(ENTRY, ENTRY, EXIT, EXIT))).isEqualTo(">>|<<");
        assertThat(OrderString.of(List.<Side>of(ENTRY, ENTRY, EXIT, ENTRY, EXIT, EXIT)))
                .isEqualTo(">>|<>|<<");
    }

    @Test
    void addressesAreSymbols() {
        long leaf = target("leaf").address();
        assertThat(NAMES.of(leaf + 8)).isEqualTo("leaf+0x8/0x80");
        assertThat(NAMES.of(0x1000)).isEqualTo("0x1000");
    }

    @Test
    void theEndOfAFunctionIsItsOwnUnlessAnotherStartsThere() {
        long leaf = target("leaf").address();
        long last = target("catcher").address();
        assertThat(NAMES.of(leaf + 0x80)).isEqualTo("byte_leaf+0x0/0x80");
        assertThat(NAMES.of(last + 0x80)).isEqualTo("catcher+0x80/0x80");
    }

    @Test
    void longWalksShowTheirEnds() {
        assertThat(NAMES.of(List.of())).isEqualTo("no frame");
        assertThat(NAMES.of(List.of(1L, 2L))).isEqualTo("0x1 < 0x2");
        assertThat(NAMES.of(Collections.nCopies(13, 1L)))
                .isEqualTo("0x1 < 0x1 < 0x1 < 0x1 < 0x1 < (3 more) < 0x1 < 0x1 < 0x1 < 0x1 < 0x1");
    }

    @Test
    void aDifferenceIsASentence() {
        Difference difference =
                new Difference(Check.ENTRY_IP, "at the entry of leaf", "the ip", "0x1", "0x2");
        assertThat(difference.sentence())
                .isEqualTo("At the entry of leaf, the ip should be 0x1 but is 0x2.");
        assertThat(difference)
                .hasToString("ENTRY_IP: At the entry of leaf, the ip should be 0x1 but is 0x2.");
    }

    @Test
    void plansReadLikeNotes() {
        Plan plan =
                Plan.of(
                        attach(
                                fprobe("leaf", "inner")
                                        .onEntry(
                                                CAPTURE,
                                                new Action.Read("r", "x3"),
                                                new Action.Write("w", "x0", 16),
                                                new Action.StoreData(0, 255),
                                                new Action.StoreField(8, "x1"),
                                                new Action.Cancel())
                                        .onExit()
                                        .withData(16)),
                        attach(
                                session("leaf")
                                        .onEntry(
                                                WALK,
                                                sample("x0", "sp"),
                                                new Action.Help("h", Helper.GET_STACK),
                                                new Action.Park())
                                        .onExit(
                                                new Action.LoadData("d"),
                                                new Action.Call(
                                                        "n", "inner", call("inner").registers()),
                                                new Action.Fault())
                                        .withCookies(List.of(7L))
                                        .withMaxActive(3)),
                        new Plan.Call(
                                0,
                                1,
                                "leaf",
                                call("leaf").registers().only(List.of("x0")),
                                List.of(5L)),
                        new Plan.Continue(0),
                        new Plan.Move(0, 1),
                        new Plan.WalkTask(0),
                        new Plan.EndTask(0),
                        new Plan.Disable("p"),
                        new Plan.Enable("p"),
                        new Plan.Detach("p"));
        assertThat(PlanText.of(plan))
                .isEqualTo(
                        """
                         0  attach fprobe p to leaf, inner, entry data 16 bytes
                              at entry: capture c, read x3, write x0=0x10, store 0xff at data+0, \
                        store x1 at data+8, cancel
                              at exit: nothing
                         1  attach session p to leaf, cookies 0x7, maxactive 3
                              at entry: walk from context, sample x0 sp, help get_stack, park
                              at exit: load data, call inner, fault
                         2  call leaf on task 0, cpu 1: x0=0xa500c6c5caba5c05 stack 0x5
                         3  let task 0 go on
                         4  move task 0 to cpu 1
                         5  walk the stack of task 0
                         6  end task 0
                         7  disable p
                         8  enable p
                         9  detach p""");
    }

    @Test
    void evidenceHasTheRegistersWithWhatTheyMustHold() {
        Judgement judgement =
                Toy.plain()
                        .spoil(Spoil.captured(0, "c", "x5", 0xbadL))
                        .judgement(attach(fprobe("leaf").onEntry(CAPTURE, WALK)), call("leaf"));
        assertThat(judgement.evidence())
                .containsOnlyKeys(
                        "plan",
                        "truth",
                        "events",
                        "registers",
                        "stacks",
                        "counts",
                        "last instructions");
        assertThat(judgement.evidence().get("truth").get())
                .isEqualTo("leaf: seen when the same plan ran unhooked");
        assertThat(judgement.evidence().get("registers").get())
                .contains("! x5     expected 0xa505f70afabafc16")
                .contains("  pc     expected leaf+0x8/0x80");
        assertThat(judgement.evidence().get("stacks").get())
                .contains("walk from context at the entry");
        assertThat(judgement.evidence().get("events").get()).contains("> p            leaf");
        assertThat(judgement.expectedOrder()).isEqualTo(">|");
        assertThat(judgement.actualOrder()).isEqualTo(">|");
    }
}
