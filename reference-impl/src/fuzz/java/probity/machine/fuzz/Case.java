package probity.machine.fuzz;

/**
 * One comparison: instructions and what they start with.
 *
 * @param pc where the first word is put
 * @param x x0–x30, then sp
 * @param nzcv in bits 31..28
 * @param v low and high half of v0, low and high half of v1, …
 */
record Case(long pc, int[] words, long[] x, long nzcv, long[] v) {
    static final int SP = 31;
}
