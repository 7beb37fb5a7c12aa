package probity.properties;

import java.util.List;
import probity.judge.MagicValues;
import probity.spi.Parameter;
import probity.spi.Plan;
import probity.spi.RegisterFile;
import probity.spi.Target;

/** Random contents of the registers at a call: magic values, with awkward ones among them. */
final class RegisterDraw {
    private static final List<Long> AWKWARD =
            List.of(0L, 1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, 0xffff_ffffL, 0x8000_0000L);

    /** Deeper recursions are rare: they cost, and show little that the first levels do not. */
    private static final int USUAL_DEPTH = 4;

    private final Scope scope;
    private final Draw draw;

    RegisterDraw(Scope scope, Draw draw) {
        this.scope = scope;
        this.draw = draw;
    }

    Plan.Call call(Target target, int task, int cpu) {
        Plan.Call magic = MagicValues.call(target, task, cpu, draw.bits());
        if (target.fixedArguments().isPresent()) {
            return atSomeDepth(magic, target);
        }
        RegisterFile registers = magic.registers();
        for (String register : registers.names()) {
            if (register.startsWith("x") && draw.percent(15)) {
                registers = registers.with(register, draw.of(AWKWARD));
            }
        }
        for (Parameter parameter : target.parameters()) {
            if (!parameter.isFree()) {
                registers = MagicValues.with(registers, parameter, legal(target, parameter));
            }
        }
        return new Plan.Call(task, cpu, target.name(), registers, magic.stackArguments());
    }

    private Plan.Call atSomeDepth(Plan.Call call, Target target) {
        int depths = target.knownRuns().size();
        return depths < 2
                ? call
                : new Plan.Call(
                        call.task(),
                        call.cpu(),
                        call.function(),
                        call.registers(),
                        call.stackArguments(),
                        draw.below(depths));
    }

    private long legal(Target target, Parameter parameter) {
        long span = parameter.max() - parameter.min();
        long most = span < 0 ? Integer.MAX_VALUE : Math.min(span, Integer.MAX_VALUE - 1);
        boolean recursive = callsItself(target);
        if (recursive) {
            int deep = scope.description().limits().depth() + USUAL_DEPTH;
            most = Math.min(most, draw.percent(95) ? USUAL_DEPTH : deep);
            if (target.calls().size() > 1) {
                most = Math.min(most, USUAL_DEPTH - 1); // a tree grows faster
            }
        }
        return parameter.min() + draw.below((int) most + 1);
    }

    private boolean callsItself(Target target) {
        return target.calls().stream()
                .anyMatch(callee -> scope.reachable(callee).contains(target.name()));
    }
}
