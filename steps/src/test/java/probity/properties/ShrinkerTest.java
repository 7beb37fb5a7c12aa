package probity.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import probity.judge.toy.Toy;
import probity.spi.Action;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Side;

class ShrinkerTest {
    private static final Action WALK = new Action.Walk("w", Action.Walk.From.CONTEXT);
    private static final Probe GUILTY =
            Probe.of("guilty", ProbeKind.FPROBE, "inner", "leaf", "outer")
                    .onEntry(new Action.Capture("c"), new Action.LoadData("d"))
                    .onExit(WALK, new Action.Capture("c"))
                    .withData(8);
    private static final Probe OTHER = Probe.of("other", ProbeKind.MULTI, "leaf").onEntry(WALK);
    private static final Plan LARGE =
            Plan.of(
                    new Plan.Attach(OTHER),
                    new Plan.Attach(GUILTY),
                    Toy.call("outer"),
                    Toy.call("waiter", 1),
                    new Plan.WalkTask(1),
                    new Plan.Disable("other"),
                    Toy.call("leaf"),
                    new Plan.Continue(1),
                    new Plan.Enable("other"),
                    new Plan.Detach("other"),
                    Toy.call("inner", 1),
                    new Plan.Detach("guilty"));

    /** Fails where leaf is called while a handler at its exit walks. */
    private static boolean fails(Plan plan) {
        boolean walks = false;
        for (Plan.Step step : plan.steps()) {
            if (step instanceof Plan.Attach attach
                    && attach.probe().functions().contains("leaf")
                    && attach.probe().script(Side.EXIT).stream()
                            .anyMatch(script -> script.actions().contains(WALK))) {
                walks = true;
            } else if (step instanceof Plan.Call call && call.function().equals("leaf") && walks) {
                return true;
            }
        }
        return false;
    }

    @Test
    void onlyWhatTheFailureNeedsIsLeft() {
        Plan small = new Shrinker(ShrinkerTest::fails).shrink(LARGE);
        assertThat(small)
                .isEqualTo(
                        Plan.of(
                                new Plan.Attach(
                                        Probe.of("guilty", ProbeKind.FPROBE, "leaf").onExit(WALK)),
                                Toy.call("leaf")));
    }

    @Test
    void aPlanThatNeedsEverythingStaysAsItIs() {
        assertThat(new Shrinker(plan -> false).shrink(LARGE)).isSameAs(LARGE);
    }

    @Test
    void theNumberOfTriesIsBounded() {
        AtomicInteger tries = new AtomicInteger();
        List<Plan.Step> steps = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            steps.addAll(LARGE.steps());
        }
        Predicate<Plan> never =
                plan -> {
                    tries.incrementAndGet();
                    return false;
                };
        new Shrinker(never).shrink(new Plan(steps));
        assertThat(tries).hasValue(400);
    }

    @Test
    void aCallGoesWithAllThatIsDoneToItsTask() {
        assertThat(Shrinker.smaller(LARGE))
                .anySatisfy(
                        plan ->
                                assertThat(plan.steps())
                                        .doesNotContain(
                                                Toy.call("waiter", 1),
                                                new Plan.WalkTask(1),
                                                new Plan.Continue(1))
                                        .contains(Toy.call("inner", 1)));
    }

    @Test
    void aProbeGoesWithAllStepsThatNameIt() {
        assertThat(Shrinker.smaller(LARGE))
                .anySatisfy(
                        plan ->
                                assertThat(plan.steps())
                                        .doesNotContain(
                                                new Plan.Attach(OTHER),
                                                new Plan.Disable("other"),
                                                new Plan.Enable("other"),
                                                new Plan.Detach("other"))
                                        .contains(new Plan.Attach(GUILTY)));
    }

    @Test
    void cookiesGoWithTheirFunctions() {
        Probe probe =
                Probe.of("p", ProbeKind.MULTI, "leaf", "inner")
                        .onEntry()
                        .withCookies(List.of(1L, 2L));
        assertThat(Shrinker.smaller(Plan.of(new Plan.Attach(probe))))
                .contains(
                        Plan.of(
                                new Plan.Attach(
                                        Probe.of("p", ProbeKind.MULTI, "inner")
                                                .onEntry()
                                                .withCookies(List.of(2L)))));
    }
}
