package probity.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import probity.judge.Judge;
import probity.judge.Judgement;
import probity.judge.toy.Toy;
import probity.judge.toy.ToyDescription;
import probity.spi.Action;
import probity.spi.Attached;
import probity.spi.Capability;
import probity.spi.ContextPolicy;
import probity.spi.Description;
import probity.spi.Plan;
import probity.spi.ProbeKind;
import probity.spi.Side;
import probity.spi.Unsaved;

/** What is drawn: legal plans of all kinds, within what is declared. */
class PlanDrawTest {
    private static final int PLANS = 300;

    private static Scope scope(ToyDescription description) {
        return new Scope(description.build(), List.copyOf(Toy.plain().targets().values()));
    }

    private static List<Plan> plans(ToyDescription description, Theme theme) {
        List<Plan> plans = new ArrayList<>();
        for (long seed = 0; seed < PLANS; seed++) {
            plans.add(new Recipe(seed).plan(scope(description), theme));
        }
        return plans;
    }

    private static Set<Class<?>> kinds(List<Plan> plans) {
        Set<Class<?>> kinds = new LinkedHashSet<>();
        for (Plan plan : plans) {
            for (Plan.Step step : plan.steps()) {
                kinds.add(step.getClass());
                if (step instanceof Plan.Attach attach) {
                    for (Side side : Side.values()) {
                        attach.probe()
                                .script(side)
                                .ifPresent(s -> s.actions().forEach(a -> kinds.add(a.getClass())));
                    }
                }
            }
        }
        return kinds;
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theSameRecipeMakesTheSamePlan(Theme theme) {
        assertThat(plans(new ToyDescription(), theme))
                .isEqualTo(plans(new ToyDescription(), theme));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void recipesDiffer(Theme theme) {
        assertThat(new HashSet<>(plans(new ToyDescription(), theme))).hasSizeGreaterThan(PLANS - 5);
    }

    @Test
    void everyKindOfStepAndActionIsDrawn() {
        List<Plan> all = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            all.addAll(plans(new ToyDescription(), theme));
        }
        assertThat(kinds(all)).contains(Plan.Step.class.getPermittedSubclasses());
        assertThat(kinds(all)).contains(Action.class.getPermittedSubclasses());
    }

    @Test
    void whatIsNotDeclaredIsNotDrawn() {
        ToyDescription poor = new ToyDescription();
        for (Capability capability : Capability.values()) {
            poor.without(capability);
        }
        poor.without(ProbeKind.KRETPROBE);
        List<Plan> plans = plans(poor, Theme.TRANSPARENCY);
        assertThat(kinds(plans))
                .containsOnly(
                        Plan.Attach.class,
                        Plan.Detach.class,
                        Plan.Call.class,
                        Action.Capture.class,
                        Action.Read.class);
        assertThat(plans)
                .flatMap(Plan::steps)
                .filteredOn(Plan.Attach.class::isInstance)
                .noneMatch(step -> ((Plan.Attach) step).probe().kind() == ProbeKind.KRETPROBE);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyPlanIsLegalAndThePerfectToyPassesIt(Theme theme) {
        check(new ToyDescription(), theme);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void plansKeepToADeniedPolicy(Theme theme) {
        check(new ToyDescription().policy(ContextPolicy.DENIED, Unsaved.DENIED), theme);
    }

    private static void check(ToyDescription declared, Theme theme) {
        Description description = declared.build();
        Toy toy = Toy.of(declared);
        for (long seed = 0; seed < PLANS / 3; seed++) {
            Plan plan = new Recipe(seed).plan(scope(declared), theme);
            Judgement judgement = Judge.of(toy::start, description).judge(plan);
            assertThat(judgement.findings().differences()).as("seed " + seed).isEmpty();
            for (int i = 0; i < plan.steps().size(); i++) {
                if (plan.steps().get(i) instanceof Plan.Attach) {
                    assertThat(judgement.actual().steps().get(i)).isInstanceOf(Attached.class);
                }
            }
        }
    }
}
