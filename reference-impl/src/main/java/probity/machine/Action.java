package probity.machine;

/**
 * What one decoded instruction does. On entry {@link Cpu#next} is the address after it; a branch
 * changes that. An action that throws {@link GuestFault} has changed no register.
 */
@FunctionalInterface
interface Action {
    void execute(Cpu cpu);
}
