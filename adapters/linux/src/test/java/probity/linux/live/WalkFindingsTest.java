package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import probity.linux.tracefs.ProbeEvent;
import probity.spi.Action;
import probity.spi.Observation;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Role;
import probity.spi.Target;

/** Which frames walks leave out, by a second observer. */
@Tag("qemu")
class WalkFindingsTest {
    static Stream<String> addresses() {
        return Scene.addresses();
    }

    private static List<Long> walk(Scene scene, Target target, Probe probe) {
        return scene.programs(target, probe)
                .get(0)
                .find("walk", Observation.Walked.class)
                .orElseThrow()
                .walk()
                .frames();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_walk_from_inside_an_exit_handler_leaves_the_direct_caller_out(String address)
            throws Exception {
        try (Scene scene = new Scene(address)) {
            assumeTrue(scene.hasExits(), "This kernel has no programs at exit.");
            Target target = scene.target(Role.LEAF);
            long caller = Scene.returnAddress(target);
            Evidence evidence = new Evidence("exit-walk-here", scene.release());
            ProbeEvent event = scene.atReturn(target, "pc", "x29");
            Probe probe =
                    Probe.of("program", ProbeKind.MULTI, target.name())
                            .onExit(new Action.Walk("walk", Action.Walk.From.HERE));

            Traced truth = scene.witnessed(target, event).get(0);
            List<Long> frames = walk(scene, target, probe);

            evidence.part("%s, returning to 0x%x %s", target.name(), caller, scene.name(caller));
            evidence.say("  kprobe event alone, with the stack that the kernel printed:");
            evidence.say("    %s", event.definition());
            evidence.say("    %s", truth.line());
            scene.tell(evidence, truth.stack());
            evidence.say("  bpf_get_task_stack in a multi-kprobe exit program alone:");
            scene.tell(evidence, frames);
            assertThat(truth.stack().get(0)).isEqualTo(caller);
            List<Long> others = truth.stack().subList(1, truth.stack().size());
            assertThat(frames).containsSubsequence(others.get(0), others.get(1));
            for (List<Long> seen : List.of(frames, walk(scene, target, probe))) {
                assertThat(seen)
                        .as("If the direct caller is there, the finding is outdated.")
                        .doesNotContain(caller);
            }
            evidence.write();
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_walk_from_the_context_at_entry_leaves_the_direct_caller_out(String address)
            throws Exception {
        try (Scene scene = new Scene(address)) {
            Evidence evidence = new Evidence("entry-walk", scene.release());
            for (Role role : List.of(Role.LEAF, Role.CHAIN)) {
                Target target = scene.target(role);
                long caller = Scene.returnAddress(target);
                ProbeEvent event = scene.atReturn(target, "pc", "x29");
                Traced truth = scene.witnessed(target, event).get(0);
                evidence.part(
                        "%s, returning to 0x%x %s", target.name(), caller, scene.name(caller));
                evidence.say("  kprobe event alone, with the stack that the kernel printed:");
                evidence.say("    %s", event.definition());
                evidence.say("    %s", truth.line());
                scene.tell(evidence, truth.stack());
                assertThat(truth.stack().get(0)).isEqualTo(caller);
                for (ProbeKind kind : kinds(scene)) {
                    Probe probe =
                            Probe.of("program", kind, target.name())
                                    .onEntry(new Action.Walk("walk", Action.Walk.From.CONTEXT));
                    List<Long> frames = walk(scene, target, probe);
                    evidence.say("  bpf_get_stack with the context of a %s program alone:", kind);
                    scene.tell(evidence, frames);
                    assertThat(frames.get(1)).isEqualTo(truth.stack().get(1));
                    for (List<Long> seen : List.of(frames, walk(scene, target, probe))) {
                        assertThat(seen)
                                .as("If the direct caller is there, the finding is outdated.")
                                .doesNotContain(caller);
                    }
                }
            }
            evidence.write();
        }
    }

    /** The programs whose context can be walked from. */
    private static List<ProbeKind> kinds(Scene scene) {
        return scene.hasExits() && !scene.hasModelessContext()
                ? List.of(ProbeKind.KPROBE, ProbeKind.MULTI)
                : List.of(ProbeKind.KPROBE);
    }
}
