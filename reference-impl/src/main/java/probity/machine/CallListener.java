package probity.machine;

/** Told about each branch with link ({@code bl}, {@code blr}) that is made with a misaligned sp. */
@FunctionalInterface
public interface CallListener {
    /**
     * Called before the branch is taken, with {@code cpu.pc()} at the {@code bl} or {@code blr}.
     */
    void onCall(Cpu cpu);
}
