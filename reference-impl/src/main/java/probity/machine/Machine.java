package probity.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Several CPUs, one memory, traps to Java. Runs one CPU at a time, when asked; used by one thread
 * at a time.
 */
public final class Machine {
    /** 2⁶⁴ divided by the golden ratio; odd, so that no two products are equal. */
    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

    private final Memory memory = new Memory();
    private final SymbolTable symbols = new SymbolTable();
    private final Trace trace = new Trace(symbols);
    private final List<Cpu> cpus = new ArrayList<>();
    private final Map<Long, Trap> traps = new HashMap<>(1024); // a program's worth of functions
    private final Map<Integer, Trap> breaks = new HashMap<>();
    private CallListener misalignedCall = cpu -> {};

    /** A machine with nothing mapped. */
    public Machine(int cpus) {
        if (cpus < 1) {
            throw new IllegalArgumentException(
                    "A machine has at least one CPU, not %d.".formatted(cpus));
        }
        for (int id = 0; id < cpus; id++) {
            this.cpus.add(new Cpu(this, id));
        }
    }

    /** The memory that all CPUs share. */
    public Memory memory() {
        return memory;
    }

    /** The names of addresses, used in every message. */
    public SymbolTable symbols() {
        return symbols;
    }

    /** The last executed instructions of all CPUs. */
    public Trace trace() {
        return trace;
    }

    /** CPU {@code n}, from 0. */
    public Cpu cpu(int n) {
        return cpus.get(n);
    }

    /**
     * Calls a handler whenever the pc of a CPU reaches an address, before the instruction there is
     * executed. Nothing need be mapped there if the handler moves the pc. A run that begins at the
     * address calls the handler too. Several handlers run in the order of their registration, until
     * one stops the run or moves the pc. An arrival that moves the pc uses up one of the budget.
     */
    public void trapAt(long address, TrapHandler handler) {
        traps.computeIfAbsent(key(address), at -> new Trap()).add(handler);
        memory.forgetCode(address);
    }

    /**
     * Calls a handler for each {@code brk #immediate}, with pc at the {@code brk}. The handler has
     * to move the pc or to stop, otherwise the {@code brk} is a fault. Several handlers run in the
     * order of their registration, until one stops the run or moves the pc.
     */
    public void onBreak(int immediate, TrapHandler handler) {
        breaks.computeIfAbsent(immediate, at -> new Trap()).add(handler);
    }

    /** Replaces who is told about calls made with a misaligned sp; at first nobody. */
    public void onMisalignedCall(CallListener listener) {
        misalignedCall = listener;
    }

    /**
     * Executes instructions of one CPU from its pc on, until a handler stops it, it faults, or the
     * budget is used up. May be called from a handler; the inner run has a budget of its own.
     *
     * @param budget how many instructions at most
     */
    public Stop run(Cpu cpu, long budget) {
        return new Run(this, cpu, budget).go();
    }

    Trap trap(long address) {
        return traps.get(key(address));
    }

    /** Functions are aligned, so their addresses alone would share few buckets. */
    private static long key(long address) {
        return address * SPREAD;
    }

    Trap breakTrap(int immediate) {
        return breaks.get(immediate);
    }

    void misalignedCall(Cpu cpu) {
        misalignedCall.onCall(cpu);
    }
}
