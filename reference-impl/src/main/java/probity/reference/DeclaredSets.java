package probity.reference;

import probity.spi.ProbeKind;
import probity.spi.RegisterSet;
import probity.spi.Side;

/** The declared register sets, by kind and side. */
@FunctionalInterface
public interface DeclaredSets {
    /** The set that handlers of an offered kind and side get. */
    RegisterSet of(ProbeKind kind, Side side);
}
