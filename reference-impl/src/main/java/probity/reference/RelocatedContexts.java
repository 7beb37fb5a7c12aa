package probity.reference;

import java.util.OptionalLong;
import probity.spi.FieldState;
import probity.spi.RegisterSet;

/** Redirects each read of a program to where the trampoline saved the value; nothing is copied. */
public class RelocatedContexts implements ContextBuilder {
    private final DeclaredSets declared;
    private final OptionalLong unsaved;

    /**
     * Contexts as declared.
     *
     * @param unsaved what a read yields of a field that nobody saved; empty if it is denied
     */
    public RelocatedContexts(DeclaredSets declared, OptionalLong unsaved) {
        this.declared = declared;
        this.unsaved = unsaved;
    }

    @Override
    public Context open(HandlerCall call) {
        RegisterSet fields = declared.of(call.probe().kind(), call.side());
        return new Redirected(call.set(), fields);
    }

    /** What a read of a field yields. */
    protected OptionalLong read(String register, StoredSet stored, FieldState state) {
        switch (state.kind()) {
            case POPULATED:
                return stored.read(register);
            case CONSTANT:
                return OptionalLong.of(state.value());
            default:
                return unsaved;
        }
    }

    private final class Redirected implements Context {
        private final StoredSet stored;
        private final RegisterSet fields;

        Redirected(StoredSet stored, RegisterSet fields) {
            this.stored = stored;
            this.fields = fields;
        }

        @Override
        public OptionalLong read(String register) {
            return RelocatedContexts.this.read(register, stored, fields.state(register));
        }

        @Override
        public boolean write(String register, long value) {
            return false;
        }
    }
}
