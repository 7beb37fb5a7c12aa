package probity.spi;

/** Which end of a hooked call a handler runs at. */
public enum Side {
    /** At the function's start. */
    ENTRY('>'),
    /** At its return. */
    EXIT('<');

    private final char symbol;

    Side(char symbol) {
        this.symbol = symbol;
    }

    /** The other end of the call. */
    public Side other() {
        return this == ENTRY ? EXIT : ENTRY;
    }

    /** The side's character in an order string, such as {@code >|<}. */
    public char symbol() {
        return symbol;
    }
}
