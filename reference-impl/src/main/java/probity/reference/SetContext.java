package probity.reference;

import java.util.OptionalLong;
import probity.spi.FieldState;
import probity.spi.RegisterSet;

/** A context that is the stored set itself: {@code ftrace_regs}, or an embedded {@code pt_regs}. */
final class SetContext implements Context {
    private final StoredSet set;
    private final RegisterSet declared;
    private final OptionalLong unpopulated;

    /**
     * @param unpopulated what a read of a field yields that nobody saved
     */
    SetContext(StoredSet set, RegisterSet declared, OptionalLong unpopulated) {
        this.set = set;
        this.declared = declared;
        this.unpopulated = unpopulated;
    }

    @Override
    public OptionalLong read(String register) {
        FieldState state = declared.state(register);
        switch (state.kind()) {
            case POPULATED:
                return set.read(register);
            case CONSTANT:
                return OptionalLong.of(state.value());
            default:
                return unpopulated;
        }
    }

    @Override
    public long field(String register) {
        // A light set has no pstate; who needs one of it knows that it comes from the kernel.
        long nothing = register.equals("pstate") ? Registers.EL1H : 0;
        return read(register).orElse(nothing);
    }

    @Override
    public boolean write(String register, long value) {
        return declared.writable().contains(register) && set.write(register, value);
    }
}
