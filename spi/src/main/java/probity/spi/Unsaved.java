package probity.spi;

/** What a program gets that reads a context field nobody saved (PTR-12). */
public enum Unsaved {
    /** Zero. */
    ZERO,
    /** A refusal at attach that names the field. */
    DENIED
}
