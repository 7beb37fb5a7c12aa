package probity.judge.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import probity.spi.Parameter;
import probity.spi.Result;
import probity.spi.Role;
import probity.spi.Target;

/** What the toy kernel can call: what each function does, and where it lies. */
enum ToyFunction {
    LEAF(Role.LEAF, 64, 0),
    BYTE_LEAF(Role.LEAF, 8, 0),
    INDIRECT(Role.INDIRECT_RESULT, 0, 16),
    INNER(Role.CHAIN, 64, 0),
    MIDDLE(Role.CHAIN, 64, 0),
    OUTER(Role.CHAIN, 64, 0),
    TWICE(Role.CALLER, 64, 0),
    RECURSIVE(Role.RECURSIVE, 64, 0),
    TAIL_TARGET(Role.TAIL_TARGET, 64, 0),
    TAIL_CALLER(Role.TAIL_CALL, 64, 0),
    BLOCKER(Role.BLOCKING, 64, 0),
    WAITER(Role.CALLER, 64, 0),
    THROWER(Role.NO_RETURN, 64, 0),
    CATCHER(Role.CATCHER, 64, 0);

    /** One thing that a function does. */
    enum Op {
        CALL,
        TAIL,
        BLOCK,
        THROW
    }

    record Step(Op op, ToyFunction callee) {}

    private static final long TEXT = 0xffff_8000_0001_0000L;
    private static final int SIZE = 0x80;
    private static final int FIRST_CALL = 0x20;

    /** Where calls of a plan come from; no target. */
    static final long ROOT = 0xffff_8000_0009_0010L;

    private final Role role;
    private final int resultBits;
    private final int resultMemory;

    ToyFunction(Role role, int resultBits, int resultMemory) {
        this.role = role;
        this.resultBits = resultBits;
        this.resultMemory = resultMemory;
    }

    /** What the function does; a recursion goes as deep as x0 says. */
    List<Step> steps(long x0) {
        return switch (this) {
            case OUTER -> calls(MIDDLE);
            case MIDDLE -> calls(INNER);
            case TWICE -> calls(LEAF, INNER);
            case RECURSIVE -> x0 > 0 ? calls(RECURSIVE) : List.of();
            case TAIL_CALLER -> List.of(new Step(Op.TAIL, TAIL_TARGET));
            case BLOCKER -> List.of(new Step(Op.BLOCK, null));
            case WAITER -> calls(BLOCKER);
            case CATCHER -> calls(THROWER);
            case THROWER -> List.of(new Step(Op.THROW, null));
            default -> List.of();
        };
    }

    private static List<Step> calls(ToyFunction... callees) {
        List<Step> steps = new ArrayList<>();
        for (ToyFunction callee : callees) {
            steps.add(new Step(Op.CALL, callee));
        }
        return steps;
    }

    private List<String> callees() {
        return steps(1).stream()
                .filter(step -> step.callee() != null)
                .map(step -> step.callee().symbol())
                .toList();
    }

    String symbol() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static ToyFunction of(String symbol) {
        return valueOf(symbol.toUpperCase(java.util.Locale.ROOT));
    }

    long address() {
        return TEXT + (long) ordinal() * SIZE;
    }

    /** The address after the call that is a function's {@code step}th thing to do. */
    long returnAddress(int step) {
        return address() + FIRST_CALL + 4L * step;
    }

    /** The first two words are the patch site. */
    Target target() {
        Parameter first =
                this == RECURSIVE
                        ? new Parameter("depth", "x0", 64, 0, 8)
                        : Parameter.free("a", "x0", 64);
        List<Result> results = resultBits == 0 ? List.of() : List.of(new Result("x0", resultBits));
        return new Target(
                symbol(),
                role,
                address(),
                SIZE,
                address(),
                address() + 4,
                address() + 8,
                List.of(first, Parameter.free("b", "x1", 32)),
                results,
                0,
                resultMemory,
                callees(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
