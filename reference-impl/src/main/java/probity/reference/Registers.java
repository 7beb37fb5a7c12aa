package probity.reference;

import java.util.stream.IntStream;
import probity.machine.Cpu;
import probity.spi.Architecture;
import probity.spi.RegisterFile;
import probity.spi.Word;

/** Between the registers of a CPU and those of the SPI. */
final class Registers {
    /** EL1 with its own stack pointer: where a kernel runs. */
    static final long EL1H = 5;

    static final int FP = 29;
    static final int LR = 30;

    private static final long NZCV = 0xf000_0000L;
    private static final long DAIF = 0x3c0L;
    private static final String[] X = names("x", 31);
    private static final String[] V = names("v", 32);

    private Registers() {}

    /** Everything that a CPU holds now. */
    static RegisterFile of(Cpu cpu) {
        RegisterFile.Builder file = RegisterFile.builder(Architecture.ARM64);
        for (int i = 0; i < X.length; i++) {
            file.set(X[i], cpu.x(i));
        }
        file.set("sp", cpu.sp()).set("pc", cpu.pc()).set("pstate", cpu.pstate());
        for (int i = 0; i < V.length; i++) {
            file.set(V[i], new Word(cpu.vHigh(i), cpu.vLow(i)));
        }
        return file.build();
    }

    /**
     * Fills a CPU before a call: what is known as it is given, everything else with poison. sp, pc,
     * x29 and x30 are left to the caller; the mode is always that of a kernel.
     */
    static void fill(Cpu cpu, RegisterFile known, Poison poison) {
        for (int i = 0; i < X.length; i++) {
            long rubbish = poison.next();
            cpu.x(i, known.find(X[i]).map(Word::low).orElse(rubbish));
        }
        for (int i = 0; i < V.length; i++) {
            Word rubbish = new Word(poison.next(), poison.next());
            Word value = known.find(V[i]).orElse(rubbish);
            cpu.v(i, value.high(), value.low());
        }
        long flags = poison.next() & NZCV;
        long pstate = known.find("pstate").map(Word::low).orElse(flags);
        cpu.pstate(pstate & (NZCV | DAIF) | EL1H);
    }

    /** What a call of compiled kernel code leaves of the caller-saved registers. */
    static void clobber(Cpu cpu, Poison poison) {
        for (int i = 0; i <= 17; i++) {
            cpu.x(i, poison.next());
        }
        cpu.nzcv(poison.next());
    }

    /** The content of a register by the name that {@code pt_regs} has for it. */
    static long read(Cpu cpu, String register) {
        switch (register) {
            case "sp":
                return cpu.sp();
            case "pc":
                return cpu.pc();
            case "pstate":
                return cpu.pstate();
            default:
                return cpu.x(number(register));
        }
    }

    /** Sets a register by the name that {@code pt_regs} has for it. */
    static void write(Cpu cpu, String register, long value) {
        switch (register) {
            case "sp":
                cpu.sp(value);
                break;
            case "pc":
                cpu.pc(value);
                break;
            case "pstate":
                cpu.pstate(value);
                break;
            default:
                cpu.x(number(register), value);
        }
    }

    private static int number(String register) {
        return Integer.parseInt(register.substring(1));
    }

    private static String[] names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toArray(String[]::new);
    }
}
