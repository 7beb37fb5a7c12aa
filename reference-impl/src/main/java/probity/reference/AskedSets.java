package probity.reference;

import java.util.Map;
import java.util.function.Supplier;
import probity.spi.ProbeKind;
import probity.spi.RegisterSet;
import probity.spi.Side;

/** Declared sets that are put together when the first is asked for: most plans ask for none. */
final class AskedSets implements DeclaredSets {
    private final Supplier<Map<ProbeKind, Map<Side, RegisterSet>>> source;
    private Map<ProbeKind, Map<Side, RegisterSet>> sets;

    AskedSets(Supplier<Map<ProbeKind, Map<Side, RegisterSet>>> source) {
        this.source = source;
    }

    @Override
    public RegisterSet of(ProbeKind kind, Side side) {
        if (sets == null) {
            sets = source.get();
        }
        return sets.get(kind).get(side);
    }
}
