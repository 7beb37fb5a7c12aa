package probity.run;

import java.util.List;
import java.util.stream.Collectors;
import probity.spi.Diagnostic;

/** A run was asked for what there is not. Says everything that is wrong at once. */
public final class InvalidSettings extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<Diagnostic> diagnostics;

    InvalidSettings(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Everything that is wrong. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
