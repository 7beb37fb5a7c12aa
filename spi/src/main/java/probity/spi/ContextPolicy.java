package probity.spi;

/** How a program's {@code pt_regs} pointer is served (PTR-12). */
public enum ContextPolicy {
    /** A complete {@code pt_regs} was saved; no field is unpopulated. */
    FULL,
    /** A {@code pt_regs} is built for the program; unpopulated fields are zero. */
    SPARSE,
    /**
     * Reads are redirected to where the value was saved; what nobody saved follows {@link
     * Description#unsaved()}.
     */
    RELOCATED,
    /** A program that touches an unpopulated field is refused, naming the field. */
    DENIED
}
