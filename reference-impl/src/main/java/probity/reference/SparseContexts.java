package probity.reference;

import java.util.OptionalLong;
import probity.machine.Memory;
import probity.spi.FieldState;
import probity.spi.RegisterSet;

/** Builds a {@code pt_regs} for each run of a program: zero where nobody saved anything. */
public class SparseContexts implements ContextBuilder {
    private final DeclaredSets declared;
    private final ContextSlots slots;
    private Memory memory;

    /** Contexts as declared, in these slots. */
    public SparseContexts(DeclaredSets declared, ContextSlots slots) {
        this.declared = declared;
        this.slots = slots;
    }

    @Override
    public void prepare(Memory memory, long seed) {
        this.memory = memory;
        slots.prepare(memory, new Poison(seed, AddressMap.CONTEXTS));
    }

    @Override
    public Context open(HandlerCall call) {
        long address = slots.take(call.cpu());
        StoredSet context = new StoredSet(memory, SetLayout.FULL, address);
        RegisterSet fields = declared.of(call.probe().kind(), call.side());
        fill(context, call.set(), fields);
        return new Built(context, fields);
    }

    /** Writes every field of a context. */
    protected void fill(StoredSet context, StoredSet stored, RegisterSet fields) {
        for (String register : SetLayout.names()) {
            context.write(register, content(register, stored, fields.state(register)));
        }
    }

    /** What a field holds. */
    protected long content(String register, StoredSet stored, FieldState state) {
        switch (state.kind()) {
            case POPULATED:
                return stored.read(register).orElse(0);
            case CONSTANT:
                return state.value();
            default:
                return 0;
        }
    }

    /** Whether a program may read a field at all. */
    protected boolean mayRead(FieldState state) {
        return true;
    }

    private final class Built implements Context {
        private final StoredSet context;
        private final RegisterSet fields;

        Built(StoredSet context, RegisterSet fields) {
            this.context = context;
            this.fields = fields;
        }

        @Override
        public OptionalLong read(String register) {
            return mayRead(fields.state(register)) ? context.read(register) : OptionalLong.empty();
        }

        @Override
        public long field(String register) {
            return context.read(register).orElse(0);
        }

        @Override
        public boolean write(String register, long value) {
            return false;
        }

        @Override
        public void close() {
            slots.giveBack(context.address());
        }
    }
}
