package probity.linux.wire;

import java.io.IOException;
import probity.spi.Diagnostic;

/** What came over the line is not what an agent sends; the line is of no use any more. */
public final class WireException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Diagnostic diagnostic;

    WireException(Diagnostic diagnostic) {
        super(diagnostic.message());
        this.diagnostic = diagnostic;
    }

    /** What is wrong with it. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
