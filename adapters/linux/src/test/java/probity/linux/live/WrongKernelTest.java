package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import probity.spi.Action;
import probity.spi.Attached;
import probity.spi.CallResult;
import probity.spi.Ending;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Observation;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Role;
import probity.spi.Script;
import probity.spi.Side;
import probity.spi.Target;

/** Kernels that are wrong on purpose, by one instruction. */
@Tag("qemu")
class WrongKernelTest {
    private static final String PROBE = "A";
    private static final String LABEL = "all";
    private static final int TRIES = 5;

    @TempDir Path directory;

    static Stream<String> addresses() {
        return Scene.addresses();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_register_that_nobody_saved_is_the_poison_of_the_stack(String address) throws Exception {
        rightTwin(address, Role.LEAF, Side.ENTRY);
        Path wrong = WrongImage.SAVING_NO_X5.of(address, directory);
        try (Workshop workshop = new Workshop(wrong.toString())) {
            Set<Integer> numbers = numbers(workshop, 1);
            assertThat(numbers).hasSize(1);
            assertThat(numbers(workshop, 2)).isEqualTo(numbers);
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void the_second_half_of_a_wide_result_is_missed_by_the_caller(String address) throws Exception {
        rightTwin(address, Role.WIDE_RESULT, Side.EXIT);
        Path wrong = WrongImage.RESTORING_NO_X1.of(address, directory);
        try (Workshop workshop = new Workshop(wrong.toString());
                Instance instance = workshop.candidate().start(Options.defaults())) {
            Execution execution = hooked(instance, Role.WIDE_RESULT, Side.EXIT);

            CallResult end = (CallResult) execution.steps().get(1);
            assertThat(end.ending()).isEqualTo(Ending.TRAP);
            assertThat(end.detail()).contains("was set to an interval of 1918.273645546 s");
            // where nothing has been restored yet, it is there
            assertThat(seen(execution.events().get(1)).get("x1")).isEqualTo(273_645_546);
        }
    }

    /** In the kernel as it is the same call returns, with the same program. */
    private static void rightTwin(String address, Role role, Side side) throws Exception {
        try (Workshop workshop = new Workshop(address);
                Instance instance = workshop.candidate().start(Options.defaults())) {
            assumeTrue(
                    workshop.candidate().describe().offers(ProbeKind.MULTI, side),
                    "This kernel has no multi-kprobe programs.");
            CallResult end = (CallResult) hooked(instance, role, side).steps().get(1);
            assertThat(end.ending()).isEqualTo(Ending.RETURNED);
        }
    }

    /** Which words of a seed it is, where no interrupt has come between. */
    private static Set<Integer> numbers(Workshop workshop, long seed) {
        return IntStream.range(0, TRIES)
                .mapToLong(i -> x5(workshop, seed))
                .filter(x5 -> x5 == StackPoison.word(seed, number(x5)))
                .mapToObj(WrongKernelTest::number)
                .collect(Collectors.toSet());
    }

    private static int number(long word) {
        return (int) (word & 0xffff);
    }

    /** What a program reads, of which the function's caller finds that it had it as argument. */
    private static long x5(Workshop workshop, long seed) {
        try (Instance instance = workshop.candidate().start(Options.defaults().withPoison(seed))) {
            Execution execution = hooked(instance, Role.LEAF, Side.ENTRY);
            assertThat(((CallResult) execution.steps().get(1)).ending()).isEqualTo(Ending.TRAP);
            return seen(execution.events().get(0)).get("x5");
        }
    }

    /** Calls the first target of a role with a program at one side of it. */
    private static Execution hooked(Instance instance, Role role, Side side) {
        Target target =
                instance.targets().stream().filter(t -> t.role() == role).findFirst().orElseThrow();
        RegisterFile arguments = target.fixedArguments().orElseThrow();
        Probe probe =
                Probe.of(PROBE, ProbeKind.MULTI, target.name())
                        .withScript(side, Optional.of(Script.of(new Action.Capture(LABEL))));
        Execution execution =
                instance.run(
                        Plan.of(
                                new Plan.Attach(probe),
                                new Plan.Call(0, 0, target.name(), arguments, List.of())));
        assertThat(execution.steps().get(0)).isInstanceOf(Attached.class);
        return execution;
    }

    private static RegisterFile seen(Event event) {
        return event.find(LABEL, Observation.Captured.class).orElseThrow().registers();
    }
}
