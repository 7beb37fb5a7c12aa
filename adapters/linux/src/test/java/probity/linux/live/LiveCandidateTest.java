package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import probity.linux.image.Cache;
import probity.spi.Action;
import probity.spi.Attached;
import probity.spi.CallResult;
import probity.spi.Candidate;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.KnownRun;
import probity.spi.Observation;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Side;
import probity.spi.Target;

/** Kernels as candidates, through the SPI. */
@Tag("qemu")
class LiveCandidateTest {
    static Stream<String> addresses() {
        return Stream.of(
                System.getProperty("probity.linux.kernels", "debian/bookworm,debian/sid")
                        .split(","));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void aKprobeSeesWhatTheCallIsKnownToRun(String address) throws Exception {
        Cache cache = Cache.ofUser(System.getenv(), System.getProperty("user.home"));
        Candidate candidate =
                new LiveKernels(cache, new Spares(1), System.out::println)
                        .open(address, LinuxOptions.read(Map.of()));
        assertThat(candidate.describe().offers(ProbeKind.KPROBE, Side.ENTRY)).isTrue();

        try (Instance instance = candidate.start(Options.defaults())) {
            Target leaf = instance.targets().get(0);
            Target other = instance.targets().get(1);
            Probe probe =
                    Probe.of("A", ProbeKind.KPROBE, leaf.name(), other.name())
                            .onEntry(new Action.Capture("all"));
            RegisterFile arguments = leaf.fixedArguments().orElseThrow();
            Execution execution =
                    instance.run(
                            Plan.of(
                                    new Plan.Attach(probe),
                                    new Plan.Call(
                                            0, 0, leaf.name(), arguments, java.util.List.of()),
                                    new Plan.Detach("A")));

            assertThat(execution.steps().get(0)).isInstanceOf(Attached.class);
            assertThat(((CallResult) execution.steps().get(1)).ending()).isEqualTo(Ending.RETURNED);
            // a test run calls all of them, and says so
            assertThat(execution.events())
                    .extracting(probity.spi.Event::function)
                    .containsExactly(other.name(), leaf.name());
            assertThat(leaf.knownRuns().get(0))
                    .extracting(KnownRun::function)
                    .containsSubsequence(other.name(), leaf.name());
            RegisterFile seen =
                    execution
                            .events()
                            .get(1)
                            .find("all", Observation.Captured.class)
                            .orElseThrow()
                            .registers();
            assertThat(seen.get("pc")).isEqualTo(leaf.address());
            assertThat(seen.get("sp")).isEqualTo(arguments.get("sp"));
            KnownRun run =
                    leaf.knownRuns().get(0).stream()
                            .filter(each -> each.function().equals(leaf.name()))
                            .findFirst()
                            .orElseThrow();
            assertThat(seen.get("x30")).isEqualTo(run.callers().get(0));
        }
    }
}
