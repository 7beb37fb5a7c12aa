package probity.reference;

import java.util.List;
import java.util.Optional;
import probity.machine.Cpu;
import probity.machine.CpuState;
import probity.spi.Action;
import probity.spi.Bytes;
import probity.spi.CallResult;
import probity.spi.Ending;
import probity.spi.Observation;
import probity.spi.Target;

/** A call of a target from inside a handler, on the handler's stack. */
final class NestedCall {
    private static final long STACK_ALIGNMENT = 16;

    private final Kernel kernel;
    private final Action.Call action;
    private final Target target;
    private final CpuState handler;
    private final long result;

    private NestedCall(
            Kernel kernel, Action.Call action, Target target, CpuState handler, long result) {
        this.kernel = kernel;
        this.action = action;
        this.target = target;
        this.handler = handler;
        this.result = result;
    }

    /** Makes the CPU begin with the function. */
    static NestedCall start(Kernel kernel, HandlerCall call, Action.Call action, Cpu cpu) {
        Target target = kernel.registry().site(action.function()).orElseThrow().target();
        CpuState handler = cpu.save();
        long result = call.here().sp() - target.resultMemory() & -STACK_ALIGNMENT;
        Poison poison = kernel.nestedPoison();
        Registers.fill(cpu, action.registers(), poison);
        if (target.resultMemory() > 0) {
            kernel.memory().write(result, poison.bytes(target.resultMemory()));
            cpu.x(8, result);
        }
        long arguments = result - target.stackArguments() * Long.BYTES & -STACK_ALIGNMENT;
        cpu.sp(arguments);
        cpu.x(Registers.FP, call.here().fp());
        cpu.x(Registers.LR, AddressMap.NESTED_RETURN);
        cpu.pc(AddressMap.NESTED_CALL);
        call.task().calling(target);
        return new NestedCall(kernel, action, target, handler, result);
    }

    /** Makes the CPU go on with the handler. */
    Observation returned(Cpu cpu) {
        CallResult answer =
                new CallResult(
                        Ending.RETURNED,
                        Optional.of(Registers.of(cpu)),
                        Bytes.of(kernel.memory().read(result, target.resultMemory())),
                        "",
                        List.of());
        cpu.restore(handler);
        return new Observation.Called(action.label(), action.function(), answer);
    }
}
