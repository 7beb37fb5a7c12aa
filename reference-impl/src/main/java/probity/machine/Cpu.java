package probity.machine;

/**
 * One CPU: x0–x30, sp, pc, PSTATE, v0–v31, system registers and counters. Between runs Java reads
 * and writes all of it freely.
 */
public final class Cpu {
    /** How many general-purpose registers there are; the last one is the link register. */
    public static final int GENERAL = 31;

    /** How many SIMD and floating-point registers there are. */
    public static final int VECTORS = 32;

    // Decoded instructions use these indexes, so that register 31 needs no test when they execute.
    static final int LR = 30;
    static final int ZERO = 31;
    static final int SP = 32;
    static final int SINK = 33;

    final long[] x = new long[SINK + 1];
    final long[] v = new long[2 * VECTORS];
    final SystemRegisters system = new SystemRegisters();
    final MemoryPort memory;
    private final Machine machine;

    long pc;

    /** The pc after the instruction that is being executed. */
    long next;

    /** NZCV in bits 31..28, nothing else. */
    int nzcv;

    /** PSTATE.BTYPE: how the last branch got here, 0 unless it was indirect from guarded text. */
    int btype;

    /** The other PSTATE bits: DAIF, mode, and the ones that only MSR changes. */
    long status = Pstate.INITIAL;

    long instructions;
    private final int id;

    Cpu(Machine machine, int id) {
        this.machine = machine;
        this.memory = new MemoryPort(this, machine.memory());
        this.id = id;
    }

    /** The number of this CPU, from 0. */
    public int id() {
        return id;
    }

    /** The machine it belongs to. */
    public Machine machine() {
        return machine;
    }

    /** x{@code n}, 0 to 30. */
    public long x(int n) {
        return x[general(n)];
    }

    /** Sets x{@code n}, 0 to 30. */
    public void x(int n, long value) {
        x[general(n)] = value;
    }

    /** The stack pointer; there is one, whatever the mode is. */
    public long sp() {
        return x[SP];
    }

    /** Sets the stack pointer. */
    public void sp(long value) {
        x[SP] = value;
    }

    /** The address of the instruction that is executed next; within a run, of the current one. */
    public long pc() {
        return pc;
    }

    /** Goes on at an address, not as an indirect branch would (BTYPE becomes 0). */
    public void pc(long value) {
        pc = value;
        btype = 0;
    }

    /** The condition flags in bits 31..28, as in PSTATE and the NZCV register. */
    public long nzcv() {
        return nzcv & 0xffff_ffffL;
    }

    /** Sets the condition flags from bits 31..28; the other bits are ignored. */
    public void nzcv(long value) {
        nzcv = (int) value & Pstate.NZCV;
    }

    /** PSTATE in the layout of SPSR_EL1: NZCV 31..28, BTYPE 11..10, DAIF 9..6, mode 3..0. */
    public long pstate() {
        return nzcv() | (long) btype << Pstate.BTYPE_SHIFT | status;
    }

    /**
     * Sets PSTATE from the layout of SPSR_EL1. The mode is kept as it is given and decides what
     * CurrentEL says; it does not bank sp and takes no privilege away.
     *
     * @throws IllegalArgumentException if bit 4 asks for AArch32
     */
    public void pstate(long value) {
        status = Pstate.status(value);
        nzcv = (int) value & Pstate.NZCV;
        btype = (int) (value >>> Pstate.BTYPE_SHIFT) & 3;
    }

    /** Bits 63..0 of v{@code n}, 0 to 31. */
    public long vLow(int n) {
        return v[2 * vector(n)];
    }

    /** Bits 127..64 of v{@code n}, 0 to 31. */
    public long vHigh(int n) {
        return v[2 * vector(n) + 1];
    }

    /** Sets v{@code n}, 0 to 31, from its high and its low half. */
    public void v(int n, long high, long low) {
        v[2 * vector(n)] = low;
        v[2 * vector(n) + 1] = high;
    }

    /** Everything a task owns of this CPU: all registers, not the counters. */
    public CpuState save() {
        return new CpuState(x, v, pc, pstate(), system.values());
    }

    /** Puts a saved state back; like an exception return it clears the exclusive monitor. */
    public void restore(CpuState state) {
        state.copyTo(x, v);
        pc = state.pc();
        pstate(state.pstate());
        system.values(state.system());
        memory.reservation.clear();
    }

    /** What this CPU has done since the machine was made. */
    public Counters counters() {
        return memory.counters(instructions);
    }

    // ---- for instructions

    /** A base register for an access; register 31 is sp, whose alignment is checked. */
    long base(int n) {
        long address = x[n];
        if (n == SP && (address & 15) != 0) {
            throw new GuestFault(
                    FaultKind.SP_ALIGNMENT,
                    address,
                    "An sp-based access was made while sp is 0x%x, no multiple of 16"
                            .formatted(address));
        }
        return address;
    }

    /** To be called by each branch with link, before it changes anything. */
    void checkCall() {
        if ((x[SP] & 15) != 0) {
            machine.misalignedCall(this);
        }
    }

    private static int general(int n) {
        if (n < 0 || n >= GENERAL) {
            throw new IllegalArgumentException("There is no register x%d.".formatted(n));
        }
        return n;
    }

    private static int vector(int n) {
        if (n < 0 || n >= VECTORS) {
            throw new IllegalArgumentException("There is no register v%d.".formatted(n));
        }
        return n;
    }
}
