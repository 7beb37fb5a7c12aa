package probity.linux.live;

import static probity.linux.bpf.Register.FP;
import static probity.linux.bpf.Register.R0;
import static probity.linux.bpf.Register.R1;
import static probity.linux.bpf.Register.R2;
import static probity.linux.bpf.Register.R3;
import static probity.linux.bpf.Register.R6;
import static probity.linux.bpf.Register.R7;
import static probity.linux.bpf.Register.R8;
import static probity.linux.bpf.Register.R9;

import java.util.List;
import java.util.OptionalLong;
import probity.linux.abi.LittleEndian;
import probity.linux.agent.Errno;
import probity.linux.bpf.Assembler;
import probity.linux.bpf.Condition;
import probity.linux.bpf.HelperFunction;
import probity.linux.bpf.Program;
import probity.linux.bpf.Register;
import probity.linux.bpf.Width;
import probity.linux.bpf.call.MapCalls;
import probity.linux.bpf.call.ProgramCalls;
import probity.linux.bpf.call.TracepointCalls;

/**
 * Fills the kernel's stacks with words that nobody saved there: at the entry of each system call,
 * programs leave their own stacks full of them, and the functions that the call leads to use that
 * memory next. What an instance shows must not depend on them (PTR-12). An interrupt meanwhile may
 * write over some of them, and who is called near the top of a stack finds other residue there.
 */
final class StackPoison {
    /** Where the programs run, on the stack of the task that makes the call. */
    private static final String TRACEPOINT = "sys_enter";

    /** All that a program may have of a stack, together with the functions that it calls. */
    private static final int MOST = 512;

    /** What the verifier counts at least for each function that calls another one. */
    private static final int CALLER = 32;

    /**
     * How many functions of each program call another one before the last fills its stack. A
     * function saves registers, those that it uses at least, and so the next one begins lower. The
     * deepest is first: what the way down writes over, the others fill after it.
     */
    private static final List<Integer> CALLERS = List.of(4, 2, 0);

    private static final List<Register> SAVED = List.of(R6, R7, R8, R9);

    private static final long MARK = 0x5eedL << 48;
    private static final long GOLDEN_GAMMA = 0x9e37_79b9_7f4a_7c15L;
    private static final int KEY = -Integer.BYTES;
    private static final String UNSET = "unset";
    private static final String END = "end";

    private final BpfRequests bpf;
    private final int map;
    private final int programs;
    private OptionalLong seed = OptionalLong.empty();

    /** Begins to fill them, for as long as the guest lives. */
    StackPoison(BpfRequests bpf) {
        this.bpf = bpf;
        this.map =
                bpf.require(
                        MapCalls.createArray("poison", Long.BYTES, 1),
                        "creation of the map that has the poison of stacks");
        this.programs =
                bpf.require(
                        MapCalls.createProgramArray("none"),
                        "creation of a map of programs, of which there are none");
        CALLERS.forEach(this::attach);
    }

    /** Kernels before 6.0 refuse a tail call in a program that has functions of its own. */
    private void attach(int callers) {
        long loaded = load(program(callers, true));
        if (Errno.isError(loaded)) {
            loaded = load(program(callers, false));
        }
        int program = BpfRequests.succeeded(loaded, "load of a program that fills stacks");
        bpf.require(
                TracepointCalls.open(program, TRACEPOINT),
                "attachment of a program that fills stacks");
    }

    private long load(Program program) {
        return bpf.result(ProgramCalls.loadForTracepoint("poison", program));
    }

    /** What they are filled with from the next system call on. */
    void seed(long chosen) {
        if (seed.isEmpty() || seed.getAsLong() != chosen) {
            bpf.require(
                    MapCalls.update(map, 0, LittleEndian.words(List.of(word(chosen, 0)))),
                    "change of what stacks are filled with");
            seed = OptionalLong.of(chosen);
        }
    }

    /**
     * A word under a seed. Its upper 16 bits tell that it is one, and no address.
     *
     * @param number from {@link #before} on, the first one at the top of the program's stack
     */
    static long word(long seed, int number) {
        return MARK | (seed * GOLDEN_GAMMA >>> 32) << 16 | number;
    }

    /** The number before that of a program's first word. */
    static int before(int callers) {
        return 100 * callers;
    }

    /** How many bytes the last function of a program fills. */
    static int bytes(int callers) {
        return MOST - CALLER * callers;
    }

    private Program program(int callers, boolean mayGoOn) {
        Assembler program =
                new Assembler()
                        .move(R6, R1)
                        .store(Width.WORD, FP, KEY, 0)
                        .map(R1, map)
                        .stackAddress(R2, KEY)
                        .call(HelperFunction.MAP_LOOKUP_ELEM)
                        .jumpIf(Condition.EQUAL, R0, 0, UNSET)
                        .load(Width.DOUBLE, R1, R0, 0)
                        .add(R1, before(callers));
        if (callers == 0) {
            return end(fill(program, bytes(callers)), mayGoOn).program();
        }
        end(program.callLocal(function(1)), mayGoOn);
        for (int i = 1; i < callers; i++) {
            program.label(function(i));
            SAVED.forEach(register -> program.move(register, R1));
            program.callLocal(function(i + 1)).exit();
        }
        return fill(program.label(function(callers)), bytes(callers)).move(R0, 0).exit().program();
    }

    private static String function(int number) {
        return "function " + number;
    }

    /** From the top of the stack of the function that this is a part of. */
    private static Assembler fill(Assembler program, int bytes) {
        for (int below = Long.BYTES; below <= bytes; below += Long.BYTES) {
            program.add(R1, 1).store(Width.DOUBLE, FP, -below, R1);
        }
        return program;
    }

    /**
     * A program that may go on with another one has its stack on the kernel's; others that use much
     * have memory of their own, where the kernel has such stacks (6.17).
     */
    private Assembler end(Assembler program, boolean mayGoOn) {
        program.jump(END).label(UNSET);
        if (mayGoOn) {
            program.move(R1, R6).map(R2, programs).move(R3, 0).call(HelperFunction.TAIL_CALL);
        }
        return program.label(END).move(R0, 0).exit();
    }
}
