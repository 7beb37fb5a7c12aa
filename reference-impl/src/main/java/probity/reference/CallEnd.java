package probity.reference;

import java.util.List;
import java.util.Optional;
import probity.machine.Cpu;
import probity.machine.Machine;
import probity.spi.Bytes;
import probity.spi.CallResult;
import probity.spi.Ending;
import probity.targets.TargetProgram;

/** Says how a call went, or how far it got. */
final class CallEnd {
    private static final int TRACE_LINES = 32;

    private final Machine machine;

    CallEnd(Machine machine) {
        this.machine = machine;
    }

    /** It has returned; the CPU is where it returned to. */
    CallResult returned(Task task, Cpu cpu) {
        PendingCall call = task.call();
        byte[] memory = machine.memory().read(call.result(), call.target().resultMemory());
        return new CallResult(
                Ending.RETURNED, Optional.of(Registers.of(cpu)), Bytes.of(memory), "", List.of());
    }

    /** It is blocked or parked. */
    CallResult pending(Ending ending, Task task) {
        String where = machine.symbols().describe(task.saved().pc());
        return without(ending, "At " + where + ".", List.of());
    }

    /** Its task has ended. */
    CallResult notReturned() {
        return without(
                Ending.NOT_RETURNED,
                "The task has ended in " + TargetProgram.TASK_EXIT + ".",
                List.of());
    }

    /** Its task cannot go on. */
    CallResult failed(Ending ending, Task task) {
        return without(ending, task.detail(), machine.trace().lines(TRACE_LINES));
    }

    private static CallResult without(Ending ending, String detail, List<String> trace) {
        return new CallResult(ending, Optional.empty(), Bytes.none(), detail, trace);
    }
}
