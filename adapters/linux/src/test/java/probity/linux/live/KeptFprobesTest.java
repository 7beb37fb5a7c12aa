package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import probity.linux.agent.Agent;
import probity.linux.agent.Mount;
import probity.linux.agent.SystemCalls;
import probity.linux.tracefs.ProbeEvent;
import probity.spi.Bytes;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Role;
import probity.spi.Side;
import probity.spi.Target;

/** The events on fprobes that guests start with. */
@Tag("qemu")
class KeptFprobesTest {
    static Stream<String> addresses() {
        return Scene.addresses();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void they_are_there_where_a_definition_alone_changes_no_code(String address) throws Exception {
        try (Workshop workshop = new Workshop(address);
                Instance instance = workshop.candidate().start(Options.defaults())) {
            SystemCalls calls = workshop.guest().calls(Agent.MAIN);
            assertThat(read(calls, "enabled_functions")).isEmpty();
            List<ProbeEvent> kept =
                    read(calls, "dynamic_events")
                            .lines()
                            .flatMap(line -> ProbeEvent.parseFprobe(line).stream())
                            .toList();
            Target leaf =
                    instance.targets().stream()
                            .filter(target -> target.role() == Role.LEAF)
                            .findFirst()
                            .orElseThrow();

            if (!isLeftAlone(instance, calls, leaf)) {
                assertThat(kept).isEmpty();
                return;
            }
            for (Side side : Side.values()) {
                assertThat(kept)
                        .filteredOn(event -> event.kind() == ProbeEvent.Kind.ofFprobe(side))
                        .extracting(ProbeEvent::symbol)
                        .containsAll(instance.targets().stream().map(Target::name).toList())
                        .filteredOn(leaf.name()::equals)
                        .hasSize(18);
            }
        }
    }

    private static boolean isLeftAlone(Instance instance, SystemCalls calls, Target target) {
        Bytes before = instance.code(target.name());
        try (TracefsEvents events = new TracefsEvents(calls, "other")) {
            ProbeEvent event = events.define(ProbeEvent.Kind.FPROBE_ENTRY, target.name(), 0);
            Bytes after = instance.code(target.name());
            events.remove(event);
            return after.equals(before);
        } catch (RequestRefused noFprobes) {
            return false;
        }
    }

    private static String read(SystemCalls calls, String file) {
        return calls.readText(Mount.TRACEFS.path() + "/" + file);
    }
}
