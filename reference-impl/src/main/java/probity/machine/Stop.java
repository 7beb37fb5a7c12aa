package probity.machine;

/** Why {@link Machine#run} came back. The texts are full sentences with symbol and address. */
public sealed interface Stop permits Stop.Trapped, Stop.Budget, Stop.Fault, Stop.Unsupported {

    /** What happened, in one sentence. */
    String text();

    /**
     * A {@link TrapHandler} asked for it.
     *
     * @param pc the address of the trap; the CPU's pc is wherever the handler left it
     */
    record Trapped(long pc) implements Stop {
        @Override
        public String text() {
            return "A trap handler stopped the run at 0x%x.".formatted(pc);
        }
    }

    /**
     * The budget is used up; the CPU can go on where it is.
     *
     * @param executed how many instructions were executed, the whole budget
     */
    record Budget(long executed) implements Stop {
        @Override
        public String text() {
            return "The run used up its budget of %d instructions.".formatted(executed);
        }
    }

    /**
     * The instruction could not be executed. The CPU's pc is still at it, and its registers are as
     * they were before it.
     *
     * @param pc the faulting instruction; for a fault of the fetch the address that was fetched
     * @param address the address that was accessed, or sp, or pc
     */
    record Fault(FaultKind kind, long pc, long address, String text) implements Stop {}

    /**
     * The word at pc is no instruction that this machine knows, or one whose behaviour the manual
     * leaves open.
     */
    record Unsupported(int word, long pc, String text) implements Stop {}
}
