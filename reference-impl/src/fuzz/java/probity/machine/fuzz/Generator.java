package probity.machine.fuzz;

import java.util.SplittableRandom;

/** Makes the cases of one encoding class. */
@FunctionalInterface
interface Generator {
    /** A case whose first word is put at {@code pc}. */
    Case next(SplittableRandom random, long pc);
}
