package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.reference.Rig.CAPTURE;
import static probity.reference.Rig.HERE;
import static probity.reference.Rig.WALK;
import static probity.reference.Rig.call;
import static probity.reference.Rig.fprobe;
import static probity.reference.Rig.probe;

import org.junit.jupiter.api.Test;
import probity.spi.Action;
import probity.spi.Execution;
import probity.spi.Plan;
import probity.spi.ProbeKind;

/** The same plan on two instances shows the same, to the last address. */
class DeterminismTest {
    private static Execution run() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            Action nested = new Action.Call("n", "chain_a", Rig.arguments(3));
            return rig.run(
                    new Plan.Attach(
                            fprobe("f", "chain_b", "blocking", "leaf")
                                    .onEntry(CAPTURE, WALK, HERE, nested)
                                    .withData(16)),
                    new Plan.Attach(
                            probe("k", ProbeKind.KRETPROBE, "chain_b", "blocking").onExit(CAPTURE)),
                    call(0, 0, "chain_a", 5),
                    call(1, 1, "blocking_outer", 5),
                    call(2, 2, "leaf"),
                    new Plan.EndTask(2),
                    call(2, 3, "chain_a", 1),
                    new Plan.Detach("f"),
                    new Plan.Continue(1));
        }
    }

    @Test
    void twoInstancesShowTheSame() {
        assertThat(run()).isEqualTo(run());
    }

    @Test
    void aPlanTwiceOnOneInstanceShowsTheSameTruth() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            rig.attach(fprobe("f", "leaf"));

            assertThat(rig.run(call("leaf")).events().stream().map(Rig::captured))
                    .containsExactlyElementsOf(
                            rig.run(call("leaf")).events().stream().map(Rig::captured).toList());
        }
    }
}
