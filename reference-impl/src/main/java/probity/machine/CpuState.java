package probity.machine;

import java.util.Arrays;

/** An immutable snapshot of a CPU's registers: what a task takes along when it leaves the CPU. */
public final class CpuState {
    private final long[] x;
    private final long[] v;
    private final long pc;
    private final long pstate;
    private final long[] system;

    CpuState(long[] x, long[] v, long pc, long pstate, long[] system) {
        this.x = Arrays.copyOf(x, Cpu.SP + 1);
        this.v = v.clone();
        this.pc = pc;
        this.pstate = pstate;
        this.system = system.clone();
    }

    /** x{@code n}, 0 to 30. */
    public long x(int n) {
        if (n < 0 || n >= Cpu.GENERAL) {
            throw new IllegalArgumentException("There is no register x%d.".formatted(n));
        }
        return x[n];
    }

    /** The stack pointer. */
    public long sp() {
        return x[Cpu.SP];
    }

    /** The program counter. */
    public long pc() {
        return pc;
    }

    /** PSTATE in the layout of SPSR_EL1. */
    public long pstate() {
        return pstate;
    }

    /** Bits 63..0 of v{@code n}, 0 to 31. */
    public long vLow(int n) {
        return v[2 * n];
    }

    /** Bits 127..64 of v{@code n}, 0 to 31. */
    public long vHigh(int n) {
        return v[2 * n + 1];
    }

    long[] system() {
        return system;
    }

    void copyTo(long[] toX, long[] toV) {
        System.arraycopy(x, 0, toX, 0, x.length);
        System.arraycopy(v, 0, toV, 0, v.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CpuState
                && Arrays.equals(x, ((CpuState) other).x)
                && Arrays.equals(v, ((CpuState) other).v)
                && pc == ((CpuState) other).pc
                && pstate == ((CpuState) other).pstate
                && Arrays.equals(system, ((CpuState) other).system);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(x) + Arrays.hashCode(v)) + Long.hashCode(pc ^ pstate);
    }

    @Override
    public String toString() {
        return "pc 0x%x sp 0x%x lr 0x%x pstate 0x%x".formatted(pc, sp(), x[Cpu.LR], pstate);
    }
}
