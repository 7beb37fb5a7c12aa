package probity.reference;

import probity.spi.FieldState;

/** Sparse contexts behind an attach check that lets no program read what nobody saved. */
public class DeniedContexts extends SparseContexts {
    /** Contexts as declared, in these slots. */
    public DeniedContexts(DeclaredSets declared, ContextSlots slots) {
        super(declared, slots);
    }

    @Override
    protected boolean mayRead(FieldState state) {
        return state.kind() != FieldState.Kind.UNPOPULATED;
    }
}
