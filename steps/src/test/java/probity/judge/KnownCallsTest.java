package probity.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import probity.spi.Activation;
import probity.spi.Architecture;
import probity.spi.Bytes;
import probity.spi.CallResult;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Plan;
import probity.spi.Point;
import probity.spi.RegisterFile;
import probity.spi.Role;
import probity.spi.StepResult;
import probity.spi.Target;

/** What stands in for activations where a candidate shows none. */
class KnownCallsTest {
    private static final RegisterFile EMPTY = RegisterFile.empty(Architecture.ARM64);
    private static final RegisterFile AT_CALL =
            EMPTY.with("x0", 16).with("x29", 0x1290).with("x30", 0x4000).with("sp", 0x1280);
    private static final StepResult RETURNED =
            new CallResult(Ending.RETURNED, Optional.empty(), Bytes.none(), "", List.of());

    @Test
    void aTargetMayNameItsCallers() {
        Activation made = made(0, List.of(0x4000L, 0x5000L));

        assertThat(made.returnAddress()).isEqualTo(0x4000);
        assertThat(KnownCalls.isMade(made)).isTrue();
        assertThat(made.at(Point.CALL)).contains(AT_CALL);
        assertThat(made.at(Point.RETURN)).contains(EMPTY.with("x0", 17).with("sp", 0x1280));
    }

    @Test
    void ofOtherTasksNobodyKnowsTheStack() {
        Activation made = made(1, List.of(0x4000L));

        assertThat(made.at(Point.CALL).orElseThrow().names()).containsExactly("x0", "x30");
        assertThat(made.at(Point.RETURN).orElseThrow().names()).containsExactly("x0");
        assertThat(made.returnAddress()).isEqualTo(0x4000);
    }

    @Test
    void withoutCallersThereIsNoReturnAddress() {
        assertThat(KnownCalls.callers(Optional.of(target(List.of())))).isEmpty();
        assertThat(made(0, List.of()).returnAddress()).isZero();
    }

    private static Activation made(int task, List<Long> callers) {
        Plan plan = Plan.of(new Plan.Call(task, 0, "leaf", AT_CALL, List.of()));
        Execution seen =
                new Execution(List.of(RETURNED), List.of(), List.of(), List.of(), List.of());
        Names names = new Names(List.of(target(callers)));
        return KnownCalls.complete(plan, seen, names).activations().get(0);
    }

    private static Target target(List<Long> callers) {
        return new Target(
                "leaf",
                Role.LEAF,
                0x1000,
                0x20,
                0x1000,
                0x1004,
                0x1008,
                List.of(),
                List.of(),
                0,
                0,
                List.of(),
                List.of("main"),
                Optional.of(AT_CALL),
                Optional.of(EMPTY.with("x0", 17).with("sp", 0x1280)),
                callers);
    }
}
