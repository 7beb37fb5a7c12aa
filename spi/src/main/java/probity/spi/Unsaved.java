package probity.spi;

/** What a program gets that reads a context field nobody saved. */
public enum Unsaved {
    /** Zero. */
    ZERO,
    /** A refusal at attach that names the field. */
    DENIED
}
