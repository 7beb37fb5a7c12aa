package probity.catalogue;

import probity.spi.Diagnostic;

/** The catalogue cannot be used. Says everything that is wrong with it at once. */
public final class CatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    /** An exception that carries a diagnostic. */
    public CatalogueException(Diagnostic diagnostic) {
        super(diagnostic.toString());
        this.diagnostic = diagnostic;
    }

    /** What is wrong; its causes are the single problems. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
