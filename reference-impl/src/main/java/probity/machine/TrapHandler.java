package probity.machine;

/** Java code that is called when a CPU gets to an address or to a {@code brk}. */
@FunctionalInterface
public interface TrapHandler {

    /** What the CPU does after a trap. */
    enum Next {
        /**
         * Go on at {@link Cpu#pc()}; if that is unchanged, with the instruction that was trapped.
         */
        RESUME,
        /** End the run with {@link Stop.Trapped}. */
        STOP
    }

    /**
     * Called with {@code cpu.pc()} at the trapped instruction, before it executes. May change
     * registers, memory, text and traps, and may itself call {@link Machine#run}.
     */
    Next onTrap(Cpu cpu);
}
