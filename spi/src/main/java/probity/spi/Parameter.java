package probity.spi;

/**
 * One register argument of a target. The judge draws a value between {@code min} and {@code max},
 * signed and inclusive; where both are equal the value is fixed. A {@code min} above {@code max} is
 * misuse.
 *
 * @param name what it is
 * @param register where it is passed
 * @param bits the width of its type; the rest of the register is undefined (AAPCS64 6.8.2)
 * @param min the smallest legal value
 * @param max the largest legal value
 */
public record Parameter(String name, String register, int bits, long min, long max) {
    public Parameter {
        Given.value(name, "Parameter.name");
        Given.value(register, "Parameter.register");
        if (min > max) {
            throw new MisuseException(
                    "Parameter " + name + " has no legal value: " + min + " is above " + max + ".");
        }
    }

    /** A parameter that takes any value of its width. */
    public static Parameter free(String name, String register, int bits) {
        return new Parameter(name, register, bits, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Whether any value is legal. */
    public boolean isFree() {
        return min == Long.MIN_VALUE && max == Long.MAX_VALUE;
    }
}
