package probity.machine;

import java.util.Arrays;

/** The handlers of one address or one {@code brk} immediate, in the order of registration. */
final class Trap {
    private static final TrapHandler[] NOBODY = {};

    /** Copied on change: a handler may register another while it runs. */
    private TrapHandler[] handlers = NOBODY;

    /** The instruction below an address trap, decoded once; code pages do not keep it. */
    private Action action;

    private int word;

    void add(TrapHandler handler) {
        handlers = Arrays.copyOf(handlers, handlers.length + 1);
        handlers[handlers.length - 1] = handler;
    }

    TrapHandler.Next call(Cpu cpu) {
        long pc = cpu.pc;
        for (TrapHandler handler : handlers) {
            TrapHandler.Next next = handler.onTrap(cpu);
            if (next == TrapHandler.Next.STOP || cpu.pc != pc) {
                return next;
            }
        }
        return TrapHandler.Next.RESUME;
    }

    Action decoded(int current) {
        if (action == null || word != current) {
            action = Decoder.decode(current).action();
            word = current;
        }
        return action;
    }
}
