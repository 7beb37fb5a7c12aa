package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import probity.linux.btf.BtfFunction;
import probity.linux.btf.BtfParameter;
import probity.linux.btf.BtfValue;
import probity.spi.Architecture;
import probity.spi.KnownRun;
import probity.spi.Parameter;
import probity.spi.RegisterFile;
import probity.spi.Result;
import probity.spi.Role;
import probity.spi.Target;

class FoundTargetTest {
    private static final BtfValue INT = new BtfValue("int", BtfValue.Form.INTEGER, 32, true);
    private static final BtfValue LONG = new BtfValue("u64", BtfValue.Form.INTEGER, 64, false);
    private static final BtfValue POINTER =
            new BtfValue("struct file *", BtfValue.Form.POINTER, 64, false);
    private static final Code CODE = new Code(4, 24, false);
    private static final RegisterFile SEEN =
            RegisterFile.builder(Architecture.ARM64)
                    .set("x0", 0xff_0000_0002L)
                    .set("x1", 0x77)
                    .set("x9", 9)
                    .set("x29", 0x7129)
                    .set("x30", 0x130)
                    .set("sp", 0x7120)
                    .set("pc", 0x1000)
                    .build();

    private final FoundTarget found = found(SEEN, 2L);

    @Test
    void addresses_follow_from_where_the_observer_stood() {
        Target target = found.target(List.of());

        assertThat(target.address()).isEqualTo(0x1000);
        assertThat(target.patchSite()).isEqualTo(0x1004);
        assertThat(target.entryIp()).isEqualTo(0x1008);
        assertThat(target.resumeAddress()).isEqualTo(0x100c);
    }

    @Test
    void constants_go_before_what_was_seen_and_the_rest_stays_unknown() {
        Target target = found.target(List.of());
        RegisterFile arguments = target.fixedArguments().orElseThrow();

        assertThat(arguments.names()).containsExactlyInAnyOrder("x0", "x1", "x29", "x30", "sp");
        assertThat(arguments.get("x0")).isEqualTo(2);
        assertThat(arguments.get("x1")).isEqualTo(0x77);
        assertThat(target.parameters())
                .containsExactly(
                        Parameter.free("a", "x0", 32), Parameter.free("argument 1", "x1", 64));
    }

    @Test
    void a_return_leaves_the_stack_as_it_was() {
        Target target = found.target(List.of());
        RegisterFile results = target.knownResults().orElseThrow();

        assertThat(results.names()).containsExactlyInAnyOrder("x0", "x29", "sp");
        assertThat(results.get("x0")).isEqualTo(5);
        assertThat(results.get("sp")).isEqualTo(0x7120);
        assertThat(target.results()).containsExactly(new Result("x0", 32));
    }

    @Test
    void what_is_too_wide_for_a_register_is_returned_in_two() {
        FoundTarget found =
                wide(new BtfValue("struct timespec64", BtfValue.Form.AGGREGATE, 128, false));
        Target target = found.target(List.of());
        RegisterFile results = target.knownResults().orElseThrow();

        assertThat(found.contradiction()).isEmpty();
        assertThat(target.results()).containsExactly(new Result("x0", 64), new Result("x1", 64));
        assertThat(results.get("x0")).isEqualTo(1);
        assertThat(results.get("x1")).isEqualTo(500_000_000);
        assertThat(wide(INT).contradiction()).contains("f returns all in one register.");
    }

    @Test
    void a_function_that_should_keep_all_registers_does_or_is_left_out() {
        assertThat(keeping(true).contradiction()).isEmpty();
        assertThat(keeping(false).contradiction())
                .contains("f does not save x27 and x28, the last that are callee-saved.");
    }

    @Test
    void what_is_left_of_eight_registers_is_on_the_stack() {
        FoundTarget ten = taking(10);
        Target target = ten.target(List.of());

        assertThat(ten.contradiction()).isEmpty();
        assertThat(target.stackArguments()).isEqualTo(2);
        assertThat(target.parameters()).extracting(Parameter::register).hasSize(8).endsWith("x7");
        assertThat(taking(8).target(List.of()).stackArguments()).isZero();
        assertThat(taking(8).contradiction()).contains("f gets all of its arguments in registers.");
    }

    @Test
    void a_pointer_is_the_same_the_next_time_only_if_it_leads_to_the_stack() {
        assertThat(pointing(0x7fff).has("x0")).isTrue();
        assertThat(pointing(0x8000).has("x0")).isFalse();
        assertThat(pointing(0xffff_0000_0123_4560L).has("x0")).isFalse();
    }

    @Test
    void a_constant_that_is_not_there_is_a_contradiction() {
        assertThat(found.contradiction()).isEmpty(); // the upper half of a narrow one is free
        assertThat(found(SEEN, 3L).contradiction())
                .contains("f is called with 0x2 as argument 0, where 0x3 is expected.");
    }

    @Test
    void its_runs_tell_what_it_calls_and_what_calls_it() {
        KnownRun outer = run("outer", OptionalInt.empty());
        KnownRun own = run("f", OptionalInt.of(0));
        KnownRun inner = run("inner", OptionalInt.of(1));
        Target target = found.target(List.of(List.of(outer, own, inner)));

        assertThat(target.calls()).containsExactly("inner");
        assertThat(target.callers()).containsExactly("outer");
        assertThat(target.knownRuns().get(0).get(1)).isEqualTo(own);
    }

    private static KnownRun run(String function, OptionalInt parent) {
        RegisterFile nothing = RegisterFile.empty(Architecture.ARM64);
        return new KnownRun(function, parent, nothing, nothing, List.of(), "");
    }

    private static RegisterFile pointing(long where) {
        FoundTarget found =
                new FoundTarget(
                        new KernelFunction("f", Role.CHAIN, Way.OPEN, List.of(), Returns.UNKNOWN),
                        new BtfFunction(
                                7, "f", List.of(new BtfParameter("file", POINTER)), false, INT),
                        CODE,
                        new Sighting("f", SEEN.with("x0", where), List.of()));
        return found.target(List.of()).fixedArguments().orElseThrow();
    }

    private static FoundTarget wide(BtfValue result) {
        return new FoundTarget(
                new KernelFunction("f", Role.WIDE_RESULT, Way.TIMER, List.of(), Returns.TIMESPEC),
                new BtfFunction(7, "f", List.of(new BtfParameter("ns", LONG)), false, result),
                CODE,
                new Sighting("f", SEEN.with("x0", 1_500_000_000L), List.of()));
    }

    private static FoundTarget taking(int parameters) {
        return new FoundTarget(
                new KernelFunction("f", Role.STACK_ARGUMENTS, Way.MAP, List.of(), Returns.UNKNOWN),
                new BtfFunction(
                        7,
                        "f",
                        Collections.nCopies(parameters, new BtfParameter("", LONG)),
                        false,
                        INT),
                CODE,
                new Sighting("f", SEEN, List.of()));
    }

    private static FoundTarget keeping(boolean last) {
        return new FoundTarget(
                new KernelFunction("f", Role.CALLEE_SAVED, Way.SELECT, List.of(), Returns.UNKNOWN),
                new BtfFunction(7, "f", List.of(), false, INT),
                new Code(4, 24, last),
                new Sighting("f", SEEN, List.of()));
    }

    private static FoundTarget found(RegisterFile seen, long first) {
        return new FoundTarget(
                new KernelFunction(
                        "f", Role.LEAF, Way.TEST_RUN, List.of(first), Returns.constant(5)),
                new BtfFunction(
                        7,
                        "f",
                        List.of(new BtfParameter("a", INT), new BtfParameter("", LONG)),
                        false,
                        INT),
                CODE,
                new Sighting("f", seen, List.of(0x130L, 0x2000L)));
    }
}
