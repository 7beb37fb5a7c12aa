package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import probity.spi.Action;
import probity.spi.Attached;
import probity.spi.Counts;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Role;
import probity.spi.Target;

/** What kernels count, and nothing that the kit itself does on the way counts. */
@Tag("qemu")
class LiveCountsTest {
    private static final int DEPTH = 3;

    static Stream<String> addresses() {
        return Workshop.addresses();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void only_calls_of_the_plan_are_missed(String address) throws Exception {
        try (Workshop workshop = new Workshop(address);
                Instance instance = workshop.candidate().start(Options.defaults())) {
            Target target =
                    instance.targets().stream()
                            .filter(each -> each.role() == Role.RECURSIVE)
                            .findFirst()
                            .orElseThrow();
            Probe probe =
                    Probe.of("A", ProbeKind.KRETPROBE, target.name())
                            .onExit(new Action.Read("look", "sp"))
                            .withMaxActive(1);
            assertThat(instance.attach(probe)).isInstanceOf(Attached.class);

            RegisterFile arguments = target.fixedArguments().orElseThrow();
            instance.run(Plan.of(new Plan.Call(0, 0, target.name(), arguments, List.of(), DEPTH)));

            Counts counts = instance.counts("A");
            assertThat(counts.exitsRun()).isEqualTo(OptionalLong.of(1));
            assertThat(counts.exitsMissed()).isEqualTo(OptionalLong.of(DEPTH));
        }
    }
}
