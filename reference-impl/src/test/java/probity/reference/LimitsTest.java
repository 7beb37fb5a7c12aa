package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.reference.Rig.CAPTURE;
import static probity.reference.Rig.call;
import static probity.reference.Rig.fprobe;
import static probity.reference.Rig.order;
import static probity.reference.Rig.probe;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import probity.spi.Counts;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Limits;
import probity.spi.Plan;
import probity.spi.ProbeKind;

/** Past the declared limits nothing breaks, and nothing is lost silently. */
class LimitsTest {
    private final Rig rig = Rig.of("light-sparse-1");
    private final Limits limits = rig.candidate().describe().limits();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void deepNestingMissesExitsAndReturnsRight() {
        rig.attach(fprobe("p", "recursive"));
        int depth = limits.depth() + 20;

        Execution execution = rig.run(call("recursive", depth - 1), call("recursive", 3));

        assertThat(Rig.result(execution, 0).after().orElseThrow().get("x0"))
                .isEqualTo(
                        rig.unhooked(call("recursive", depth - 1)).after().orElseThrow().get("x0"));
        Counts counts = rig.counts("p");
        assertThat(counts.entriesRun()).hasValue(depth + 4);
        assertThat(counts.exitsRun()).hasValue(limits.depth() + 4);
        assertThat(counts.exitsMissed()).hasValue(20);
        assertThat(order(execution)).endsWith(">>>><<<<");
    }

    @Test
    void theWholeDepthIsUsable() {
        rig.attach(fprobe("p", "recursive"));

        Execution execution = rig.run(call("recursive", limits.depth() - 1));

        assertThat(order(execution))
                .isEqualTo(">".repeat(limits.depth()) + "<".repeat(limits.depth()));
        assertThat(rig.counts("p").exitsMissed()).hasValue(0);
    }

    @Test
    void tooManyProbesOnAFunctionMissExits() {
        int probes = limits.probesPerFunction() + 2;
        for (int i = 0; i < probes; i++) {
            rig.attach(fprobe("p" + i, "leaf"));
        }

        Execution execution = rig.run(call("leaf"));

        assertThat(order(execution))
                .isEqualTo(">".repeat(probes) + "<".repeat(limits.probesPerFunction()));
        assertThat(rig.counts("p" + (probes - 1)).exitsMissed()).hasValue(1);
        assertThat(rig.counts("p0").exitsMissed()).hasValue(0);
    }

    @Test
    void theLongestWalkIsTheDeclaredOne() {
        rig.attach(probe("m", ProbeKind.MULTI, "recursive").onEntry(Rig.WALK));

        Execution execution = rig.run(call("recursive", 250));

        assertThat(execution.events())
                .allMatch(event -> Rig.walked(event, "walk").size() <= limits.walkDepth())
                .anyMatch(event -> Rig.walked(event, "walk").size() == limits.walkDepth());
    }

    @Test
    void unwoundFramesDoNotFillTheShadowStack() {
        rig.attach(fprobe("p", "throw_middle", "throw_jump", "recursive"));
        Plan.Step[] plan = new Plan.Step[101];
        for (int i = 0; i < 100; i++) {
            plan[i] = call("catch_outer", i);
        }
        plan[100] = call("recursive", limits.depth() - 1);

        Execution execution = rig.run(plan);

        assertThat(Rig.result(execution, 100).ending()).isEqualTo(Ending.RETURNED);
        assertThat(rig.counts("p").exitsRun()).hasValue(limits.depth());
        assertThat(rig.counts("p").exitsMissed()).hasValue(0);
    }

    @Test
    void endedTasksGiveTheirEntryDataBack() {
        EntryDataPool pool = new EntryDataPool();
        try (Rig other =
                Rig.of(Designs.candidate(Design.DEFAULT, () -> new Parts().entryData(pool)))) {
            other.attach(fprobe("p", "end_outer", "throw_middle", "leaf").withData(64));

            for (int i = 0; i < 10; i++) {
                other.run(call(i, 0, "end_outer", 1), call(20, 1, "catch_outer", 1), call("leaf"));
            }

            // what the catcher's task left is dropped at its next hit
            assertThat(pool.inUse()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void countsOfAPlainProbe() {
        rig.attach(fprobe("p", "chain_a", "chain_b"));

        rig.run(call("chain_a", 1), call("chain_b", 1));

        Counts counts = rig.counts("p");
        assertThat(List.of(counts.entriesRun(), counts.exitsRun()))
                .allMatch(count -> count.getAsLong() == 3);
        assertThat(
                        List.of(
                                counts.entriesMissed(),
                                counts.exitsMissed(),
                                counts.cancelled(),
                                counts.dropped()))
                .allMatch(count -> count.getAsLong() == 0);
    }

    @Test
    void aCancelledExitIsCountedAndRunsNot() {
        rig.attach(fprobe("cancels", "leaf").onEntry(CAPTURE, new probity.spi.Action.Cancel()));
        rig.attach(fprobe("other", "leaf"));

        Execution execution = rig.run(call("leaf"));

        assertThat(Rig.named(execution)).isEqualTo("cancels> other> other<");
        assertThat(rig.counts("cancels").cancelled()).hasValue(1);
        assertThat(rig.counts("cancels").exitsMissed()).hasValue(0);
    }
}
