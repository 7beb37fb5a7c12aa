package probity.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import probity.judge.toy.ToyDescription;
import probity.run.Trial;
import probity.spi.Action;
import probity.spi.Capability;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Side;

/** What a plan needs is looked for where the plan needs it. */
class NeedsTest {
    private static final class Unsupported extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsupported(List<Object> said) {
            super(said.toString());
        }
    }

    /** A trial that says what it was told is unsupported. */
    private static Trial trial(ToyDescription description) {
        return (Trial)
                Proxy.newProxyInstance(
                        Trial.class.getClassLoader(),
                        new Class<?>[] {Trial.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("description")) {
                                return description.build();
                            }
                            List<Object> said = new ArrayList<>();
                            for (Object argument : arguments) {
                                said.add(
                                        argument instanceof Object[] several
                                                ? Arrays.toString(several)
                                                : argument);
                            }
                            throw new Unsupported(said);
                        });
    }

    private static ToyDescription without(Side side, Capability capability) {
        return new ToyDescription().lacking(ProbeKind.FPROBE, side, capability);
    }

    private static Plan attaching(Probe probe) {
        return Plan.of(new Plan.Attach(probe));
    }

    private static Probe probe(ProbeKind kind) {
        return Probe.of("p", kind, "leaf");
    }

    @Test
    void whatOneKindLacksOthersMayDo() {
        Plan cancelling = attaching(probe(ProbeKind.FPROBE).onEntry(new Action.Cancel()).onExit());

        assertThatThrownBy(
                        () ->
                                Needs.check(
                                        trial(without(Side.ENTRY, Capability.CANCEL)),
                                        cancelling,
                                        Set.of()))
                .isInstanceOf(Unsupported.class)
                .hasMessage(
                        "[The candidate's entry handlers cannot cancel an exit, as far as FPROBE"
                                + " handlers at entry go., CANCEL, FPROBE, ENTRY]");
        Needs.check(
                trial(without(Side.ENTRY, Capability.CANCEL)),
                attaching(probe(ProbeKind.SESSION).onEntry(new Action.Cancel()).onExit()),
                Set.of());
        Needs.check(trial(new ToyDescription()), cancelling, Set.of());
    }

    @Test
    void whatNobodyCanDoComesFirst() {
        ToyDescription poor = without(Side.ENTRY, Capability.CANCEL).without(Capability.PARKING);
        Plan plan =
                attaching(
                        probe(ProbeKind.FPROBE)
                                .onEntry(new Action.Cancel(), new Action.Park())
                                .onExit());

        assertThatThrownBy(() -> Needs.check(trial(poor), plan, Set.of()))
                .hasMessage("[The candidate's handlers cannot be parked., [PARKING]]");
    }

    @Test
    void aSecondLookIsNeededByWhoCapturesTwice() {
        Action first = new Action.Capture("first");
        Action again = new Action.Capture("again");

        assertThatThrownBy(
                        () ->
                                Needs.check(
                                        trial(without(Side.EXIT, Capability.LOOKS_AGAIN)),
                                        attaching(probe(ProbeKind.FPROBE).onExit(first, again)),
                                        Set.of()))
                .hasMessageContaining("LOOKS_AGAIN, FPROBE, EXIT");
        Needs.check(
                trial(without(Side.EXIT, Capability.LOOKS_AGAIN)),
                attaching(probe(ProbeKind.FPROBE).onEntry(first, again).onExit(first)),
                Set.of());
    }

    @Test
    void aWriteIsNotCalledRefusedByWhoCannotTry() {
        ToyDescription mute = without(Side.ENTRY, Capability.WRITES);
        Plan writing = attaching(probe(ProbeKind.FPROBE).onEntry(new Action.Write("w", "x0", 1)));

        assertThatThrownBy(() -> Needs.check(trial(mute), writing, Set.of()))
                .hasMessageContaining("WRITES, FPROBE, ENTRY");
        assertThat(writing.steps()).hasSize(1);
        Needs.check(trial(mute), writing, Set.copyOf(writing.steps()));
    }
}
