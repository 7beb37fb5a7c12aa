package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import probity.linux.tracefs.ProbeEvent;
import probity.spi.Action;
import probity.spi.Event;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Role;
import probity.spi.Side;
import probity.spi.Target;

/** In which order exits of several fprobes on one function come, by a second observer. */
@Tag("qemu")
class ExitOrderFindingTest {
    private static final List<String> NAMES = List.of("A", "B", "C");

    static Stream<String> addresses() {
        return Scene.addresses();
    }

    private static Probe probe(String name, ProbeKind kind, Target target) {
        return Probe.of(name, kind, target.name())
                .onEntry(new Action.Read("entry", "pc"))
                .onExit(new Action.Read("exit", "pc"));
    }

    private static List<String> order(List<Event> events, Side side) {
        return events.stream().filter(event -> event.side() == side).map(Event::probe).toList();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void exits_come_in_the_order_of_the_entries(String address) throws Exception {
        try (Scene scene = new Scene(address)) {
            assumeTrue(scene.hasFprobeEvents(), "This kernel has no events on fprobes.");
            Target target = scene.target(Role.LEAF);
            Evidence evidence = new Evidence("exit-order", scene.release());
            evidence.part("%s, attached in the order A, B, C", target.name());
            for (ProbeKind kind : List.of(ProbeKind.SESSION, ProbeKind.FPROBE)) {
                Probe[] probes =
                        NAMES.stream().map(name -> probe(name, kind, target)).toArray(Probe[]::new);
                for (int run = 1; run <= 2; run++) {
                    List<Event> events = scene.programs(target, probes);
                    List<String> entries = order(events, Side.ENTRY);
                    List<String> exits = order(events, Side.EXIT);
                    evidence.say("  %-7s run %d: entries %s, exits %s", kind, run, entries, exits);
                    assertThat(exits)
                            .as("If they come in reverse order, the finding is outdated.")
                            .hasSize(3)
                            .isEqualTo(entries);
                }
            }
            List<ProbeEvent> events = new ArrayList<>();
            for (String name : NAMES) {
                events.add(event(ProbeEvent.Kind.FPROBE_ENTRY, name + "_entry", target));
                events.add(event(ProbeEvent.Kind.FPROBE_EXIT, name + "_exit", target));
            }
            evidence.say("  as the kernel prints it, by events of its own:");
            List<String> seen =
                    scene.witnessed(target, events.toArray(ProbeEvent[]::new)).stream()
                            .map(hit -> hit.line().substring(0, hit.line().indexOf(':')))
                            .toList();
            evidence.say("    %s", seen);
            assertThat(seen).hasSize(6);
            assertThat(by(seen, "_exit")).isEqualTo(by(seen, "_entry"));
            evidence.write();
        }
    }

    private static ProbeEvent event(ProbeEvent.Kind kind, String name, Target target) {
        return Witness.event(kind, name, target.name());
    }

    private static List<String> by(List<String> events, String suffix) {
        return events.stream()
                .filter(name -> name.endsWith(suffix))
                .map(name -> name.replace(suffix, ""))
                .toList();
    }
}
