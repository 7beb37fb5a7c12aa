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
import probity.spi.Sample;
import probity.spi.Target;

/** What a sample at exit says where a kretprobe is on the same function, by a second observer. */
@Tag("qemu")
class TwoReturnHooksFindingTest {
    private static final String TRAMPOLINE = "__kretprobe_trampoline+0x0";

    static Stream<String> addresses() {
        return Scene.addresses();
    }

    private static Sample sample(Scene scene, Target target, Probe... probes) {
        return scene.programs(target, probes).stream()
                .flatMap(event -> event.find("sample", Observation.Sampled.class).stream())
                .findFirst()
                .flatMap(Observation.Sampled::sample)
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_sample_at_exit_has_the_trampoline_of_the_kretprobe_as_its_ip(String address)
            throws Exception {
        try (Scene scene = new Scene(address)) {
            assumeTrue(scene.hasExits(), "This kernel has no programs at exit.");
            Target target = scene.target(Role.LEAF);
            long caller = Scene.returnAddress(target);
            Evidence evidence = new Evidence("exit-ip-kretprobe", scene.release());
            Probe program =
                    Probe.of("program", ProbeKind.MULTI, target.name())
                            .onExit(new Action.Sample("sample", List.of("pc")));
            Probe other =
                    Probe.of("other", ProbeKind.KRETPROBE, target.name())
                            .onExit(new Action.Read("look", "pc"));
            ProbeEvent returned = scene.atReturn(target, "pc");
            ProbeEvent kretprobe =
                    Witness.event(ProbeEvent.Kind.KRETPROBE, "by_kretprobe", target.name());
            ProbeEvent fprobe =
                    Witness.event(ProbeEvent.Kind.FPROBE_EXIT, "by_fprobe", target.name());

            evidence.part("%s, returning to 0x%x %s", target.name(), caller, scene.name(caller));
            evidence.say("  kprobe event alone, and again with both events on the function:");
            List<Traced> alone = scene.witnessed(target, returned);
            List<Traced> both = scene.witnessed(target, returned, kretprobe, fprobe);
            alone.forEach(hit -> evidence.say("    %s", hit.line()));
            both.forEach(hit -> evidence.say("    %s", hit.line()));
            assertThat(alone.get(0).value("pc")).isEqualTo(caller);
            assertThat(both).hasSize(3);
            assertThat(both.get(2).value("pc")).isEqualTo(caller);

            evidence.say("  ip of the sample by a multi-kprobe exit program:");
            for (Probe[] probes :
                    List.of(
                            new Probe[] {program},
                            new Probe[] {program, other},
                            new Probe[] {other, program})) {
                Sample sample = sample(scene, target, probes);
                evidence.say(
                        "    %-36s 0x%x %s",
                        Stream.of(probes).map(each -> each.kind().name()).toList(),
                        sample.ip(),
                        scene.name(sample.ip()));
                evidence.say("    its call chain:");
                scene.tell(evidence, sample.callChain());
                assertThat(sample(scene, target, probes).ip()).isEqualTo(sample.ip());
                if (!scene.hasModelessContext()) {
                    assertThat(sample.callChain()).startsWith(caller);
                }
                if (probes.length == 1) {
                    assertThat(sample.ip()).isEqualTo(caller);
                } else {
                    assertThat(scene.name(sample.ip()))
                            .as("If it is the return address, the finding is outdated.")
                            .isEqualTo(TRAMPOLINE);
                }
            }
            if (scene.hasFprobeEvents()) {
                returnIps(scene, target, other, evidence);
            }
            evidence.write();
        }
    }

    /** What the exit handler of an fprobe is handed as return ip. */
    private static void returnIps(Scene scene, Target target, Probe kretprobe, Evidence evidence) {
        Probe fprobe =
                Probe.of("fprobe", ProbeKind.FPROBE, target.name())
                        .onExit(new Action.Read("look", "pc"));
        evidence.say("  return ip that an fprobe's exit handler is handed:");
        for (Probe[] probes :
                List.of(
                        new Probe[] {fprobe},
                        new Probe[] {fprobe, kretprobe},
                        new Probe[] {kretprobe, fprobe})) {
            long returnIp = returnIp(scene, target, probes);
            evidence.say(
                    "    %-36s 0x%x %s",
                    Stream.of(probes).map(each -> each.kind().name()).toList(),
                    returnIp,
                    scene.name(returnIp));
            assertThat(returnIp(scene, target, probes)).isEqualTo(returnIp);
            assertThat(scene.name(returnIp))
                    .as("If it is the return address, the finding is outdated.")
                    .isEqualTo(
                            probes.length == 1
                                    ? scene.name(Scene.returnAddress(target))
                                    : TRAMPOLINE);
        }
    }

    private static long returnIp(Scene scene, Target target, Probe... probes) {
        return scene.programs(target, probes).stream()
                .filter(event -> event.probe().equals("fprobe"))
                .findFirst()
                .orElseThrow()
                .returnIp()
                .orElseThrow();
    }
}
