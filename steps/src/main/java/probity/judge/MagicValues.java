package probity.judge;

import java.util.ArrayList;
import java.util.List;
import probity.spi.Architecture;
import probity.spi.Parameter;
import probity.spi.Plan;
import probity.spi.RegisterFile;
import probity.spi.Target;
import probity.spi.Word;

/**
 * Distinct, recognisable contents for every register that a call leaves free, so that one which is
 * swapped, stale or clobbered shows itself: x17 holds {@code 0xa517…}, both halves of v17 hold
 * {@code 0xb517…}, the third stack argument holds {@code 0xc502…}. The rest of the digits depends
 * on the seed. A parameter narrower than its register has magic above it. Flags are magic too, and
 * interrupts are masked.
 */
public final class MagicValues {
    private static final int GENERAL = 29; // x0–x28; x29, x30, sp and pc belong to the machine
    private static final int VECTORS = 32;
    private static final long NZCV = 0xf000_0000L;

    /** I and F of DAIF: a context that loses them is seen only where they are set. */
    private static final long INTERRUPTS_MASKED = 0xc0;

    private static final long EL1H = 0x5;
    private static final int INDIRECT_RESULT = 8; // x8, set by the machine

    private MagicValues() {}

    /** The registers for a call of this target: magic where free, else a legal argument. */
    public static RegisterFile forCall(Target target, long seed) {
        if (target.fixedArguments().isPresent()) {
            return target.fixedArguments().get();
        }
        RegisterFile.Builder registers = RegisterFile.builder(Architecture.ARM64);
        for (int i = 0; i < GENERAL; i++) {
            if (i != INDIRECT_RESULT || target.resultMemory() == 0) {
                registers.set("x" + i, magic(0xa5, i, seed));
            }
        }
        for (int i = 0; i < VECTORS; i++) {
            long low = magic(0xb5, i, seed);
            registers.set("v" + i, new Word(magic(0xb5, i, ~seed), low));
        }
        registers.set("pstate", magic(0xd5, 0, seed) & NZCV | INTERRUPTS_MASKED | EL1H);
        RegisterFile free = registers.build();
        for (Parameter parameter : target.parameters()) {
            free = with(free, parameter, argument(parameter, seed));
        }
        return free;
    }

    /** The stack arguments for a call of this target. */
    public static List<Long> stackArguments(Target target, long seed) {
        List<Long> arguments = new ArrayList<>();
        for (int i = 0; i < target.stackArguments(); i++) {
            arguments.add(magic(0xc5, i, seed));
        }
        return arguments;
    }

    /** A plan step that calls this target with magic values. */
    public static Plan.Call call(Target target, int task, int cpu, long seed) {
        RegisterFile registers = forCall(target, seed);
        return new Plan.Call(task, cpu, target.name(), registers, stackArguments(target, seed));
    }

    /**
     * A copy in which a parameter has this value in the width of its type; the register's other
     * bits stay as they are.
     */
    public static RegisterFile with(RegisterFile registers, Parameter parameter, long value) {
        long mask = parameter.bits() >= 64 ? -1 : (1L << parameter.bits()) - 1;
        Word old = registers.find(parameter.register()).orElse(Word.of(0));
        long low = (old.low() & ~mask) | (value & mask);
        return registers.with(parameter.register(), new Word(old.high(), low));
    }

    /** A legal value for a parameter: magic where any is, else drawn from its range. */
    static long argument(Parameter parameter, long seed) {
        int number = Integer.parseInt(parameter.register().substring(1));
        long magic = magic(parameter.register().startsWith("v") ? 0xb5 : 0xa5, number, seed);
        if (parameter.isFree()) {
            return magic;
        }
        long span = parameter.max() - parameter.min() + 1;
        return span == 0 ? magic : parameter.min() + Long.remainderUnsigned(mix(magic), span);
    }

    /** Two digits for the file, two decimal ones for the number, twelve from the seed. */
    private static long magic(int file, int number, long seed) {
        long digits = (number / 10 << 4) | number % 10;
        long rest = mix(seed * 64 + number + ((long) file << 32)) >>> 16;
        return (long) file << 56 | digits << 48 | rest;
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): a bijection that spreads the bits. */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
