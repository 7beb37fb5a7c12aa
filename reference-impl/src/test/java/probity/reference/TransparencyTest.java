package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.reference.Rig.CAPTURE;
import static probity.reference.Rig.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import probity.spi.Action;
import probity.spi.Activation;
import probity.spi.CallResult;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Parameter;
import probity.spi.Plan;
import probity.spi.Point;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Role;
import probity.spi.Side;
import probity.spi.Target;

/** Everything hooked in every way at once, on every design: nobody feels it. */
class TransparencyTest {
    private static final List<String> KEPT_BY_SITE = keptBySite();

    static Stream<String> designs() {
        return Design.all().stream().map(Design::name);
    }

    private static List<String> keptBySite() {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i <= 29; i++) {
            if (i <= 8 || i >= 18) {
                kept.add("x" + i);
            }
        }
        for (int i = 0; i <= 31; i++) {
            kept.add("v" + i);
        }
        kept.add("sp");
        return kept;
    }

    @ParameterizedTest
    @MethodSource("designs")
    void everyFunctionBehavesAsUnhooked(String name) {
        EmulatedCandidate candidate = Designs.candidate(Design.parse(name).orElseThrow());
        try (Rig unhookedRig = Rig.of(candidate);
                Rig hookedRig = Rig.of(candidate)) {
            hookEverything(hookedRig);
            for (Target target : TargetImage.get().targets()) {
                Plan plan = plan(target);
                Execution unhooked = unhookedRig.instance().run(plan);
                Execution hooked = hookedRig.instance().run(plan);
                assertThat(hooked.irregularities()).as(target.name()).isEmpty();
                assertThat(hooked.events()).as(target.name()).isNotEmpty();
                sameActivations(target, unhooked, hooked);
                for (int i = 0; i < plan.steps().size(); i++) {
                    sameResult(target, Rig.result(unhooked, i), Rig.result(hooked, i));
                }
            }
        }
    }

    private static void hookEverything(Rig rig) {
        String[] all = rig.instance().targets().stream().map(Target::name).toArray(String[]::new);
        Action walk = new Action.Walk("walk", Action.Walk.From.CONTEXT);
        Action sample = new Action.Sample("sample", List.of("x0", "sp"));
        for (ProbeKind kind : ProbeKind.values()) {
            Probe probe = probe(kind.name(), kind, all);
            boolean entry = rig.candidate().describe().offers(kind, Side.ENTRY);
            boolean exit = rig.candidate().describe().offers(kind, Side.EXIT);
            if (exit) {
                probe = probe.onExit(CAPTURE, walk, sample);
            }
            if (entry && !(exit && kind == ProbeKind.MULTI)) {
                probe = probe.onEntry(CAPTURE, walk, sample);
            }
            if (entry || exit) {
                assertThat(rig.attach(probe)).isInstanceOf(probity.spi.Attached.class);
            }
        }
    }

    private static Plan plan(Target target) {
        RegisterFile registers = Rig.arguments(11, 12, 13, 14, 15, 16, 17, 18);
        for (int i = 0; i <= 31; i++) {
            registers = registers.with("v" + i, new probity.spi.Word(~i, 0x100 + i));
        }
        for (Parameter parameter : target.parameters()) {
            if (!parameter.isFree()) {
                registers = registers.with(parameter.register(), Math.min(5, parameter.max()));
            }
        }
        List<Long> stack = new ArrayList<>();
        for (long i = 0; i < target.stackArguments(); i++) {
            stack.add(0x5000 + i);
        }
        Plan.Call call = new Plan.Call(0, 0, target.name(), registers, stack);
        return target.role() == Role.BLOCKING ? Plan.of(call, new Plan.Continue(0)) : Plan.of(call);
    }

    private static void sameResult(Target target, CallResult unhooked, CallResult hooked) {
        assertThat(hooked.ending()).as(target.name()).isEqualTo(unhooked.ending());
        assertThat(hooked.ending()).isNotIn(Ending.TRAP, Ending.BUDGET);
        assertThat(hooked.resultMemory()).as(target.name()).isEqualTo(unhooked.resultMemory());
    }

    private static void sameActivations(Target target, Execution unhooked, Execution hooked) {
        assertThat(hooked.activations()).as(target.name()).hasSameSizeAs(unhooked.activations());
        for (int i = 0; i < hooked.activations().size(); i++) {
            Activation truth = unhooked.activations().get(i);
            Activation seen = hooked.activations().get(i);
            String where = target.name() + " calling " + truth.function();
            assertThat(seen.function()).as(where).isEqualTo(truth.function());
            assertThat(seen.end()).as(where).isEqualTo(truth.end());
            assertThat(seen.returnAddress()).as(where).isEqualTo(truth.returnAddress());
            assertThat(seen.started()).as(where).isEqualTo(truth.started());
            assertThat(seen.ended()).as(where).isEqualTo(truth.ended());
            assertThat(seen.points().keySet()).as(where).isEqualTo(truth.points().keySet());
            // what the function gets, against what the same call was made with
            assertThat(at(seen, Point.BODY).only(KEPT_BY_SITE))
                    .as(where)
                    .isEqualTo(at(seen, Point.CALL).only(KEPT_BY_SITE));
            if (seen.points().containsKey(Point.AFTER)) {
                assertThat(kept(at(seen, Point.AFTER)))
                        .as(where)
                        .isEqualTo(kept(at(seen, Point.RETURN)));
            }
        }
    }

    private static RegisterFile at(Activation activation, Point point) {
        return activation.at(point).orElseThrow();
    }

    /** Results and what a callee owes its caller. */
    private static RegisterFile kept(RegisterFile file) {
        return file.only(KEPT_BY_SITE).without(List.of("x8"));
    }
}
