package probity.spi;

/**
 * How an instance is to be started. A budget that is not positive is misuse.
 *
 * @param poison seed of the values that fill unused stack, scratch registers and buffers before
 *     anything runs; runs that differ in the seed alone must show the same (PTR-12)
 * @param instructionBudget the most instructions that one plan step may execute, where the
 *     candidate counts them; a step that exceeds it ends as {@link Ending#BUDGET}
 */
public record Options(long poison, long instructionBudget) {
    public Options {
        if (instructionBudget <= 0) {
            throw new MisuseException(
                    "The instruction budget must be positive, not " + instructionBudget + ".");
        }
    }

    /** Seed 1 and a budget of one million instructions. */
    public static Options defaults() {
        return new Options(1, 1_000_000);
    }

    /** The same with another poison seed. */
    public Options withPoison(long seed) {
        return new Options(seed, instructionBudget);
    }
}
