package probity.spi;

/**
 * One register in which a target returns.
 *
 * @param register which one
 * @param bits the width of the value; the rest of the register is undefined (AAPCS64 6.9)
 */
public record Result(String register, int bits) {
    public Result {
        Given.value(register, "Result.register");
    }
}
