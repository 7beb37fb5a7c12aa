package probity.linux.bpf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import probity.linux.bpf.ArithmeticInstruction.ByImmediate;
import probity.linux.bpf.ArithmeticInstruction.ByRegister;
import probity.linux.bpf.ArithmeticInstruction.Move32;
import probity.linux.bpf.ControlInstruction.Call;
import probity.linux.bpf.ControlInstruction.CallKernel;
import probity.linux.bpf.ControlInstruction.CallLocal;
import probity.linux.bpf.ControlInstruction.Exit;
import probity.linux.bpf.ControlInstruction.Jump;
import probity.linux.bpf.ControlInstruction.JumpIf;
import probity.linux.bpf.MemoryInstruction.FetchAdd;
import probity.linux.bpf.MemoryInstruction.Load;
import probity.linux.bpf.MemoryInstruction.Store;
import probity.linux.bpf.MemoryInstruction.StoreImmediate;

/** Writes a program instruction by instruction. Jumps go to labels; a label may come later. */
public final class Assembler {
    /** An instruction that may still need the distance to its label. */
    private record Draft(String label, int slot, IntFunction<Instruction> instruction) {}

    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, Integer> labels = new HashMap<>();
    private int slots;

    /** Loads from memory: {@code to = *(width *)(base + offset)}. */
    public Assembler load(Width width, Register to, Register base, int offset) {
        return add(new Load(width, to, base, offset));
    }

    /** Stores a register: {@code *(width *)(base + offset) = from}. */
    public Assembler store(Width width, Register base, int offset, Register from) {
        return add(new Store(width, base, offset, from));
    }

    /** Stores an immediate: {@code *(width *)(base + offset) = value}. */
    public Assembler store(Width width, Register base, int offset, int value) {
        return add(new StoreImmediate(width, base, offset, value));
    }

    /** Adds to 64 bits of memory as one; the operand gets what was there before. */
    public Assembler fetchAdd(Register base, int offset, Register operand) {
        return add(new FetchAdd(base, offset, operand));
    }

    /** {@code to = from}. */
    public Assembler move(Register to, Register from) {
        return add(new ByRegister(Arithmetic.MOVE, to, from));
    }

    /** {@code to = value}, extended by its sign. */
    public Assembler move(Register to, int value) {
        return add(new ByImmediate(Arithmetic.MOVE, to, value));
    }

    /** {@code to = value}, the upper 32 bits zero. */
    public Assembler move32(Register to, int value) {
        return add(new Move32(to, value));
    }

    /** {@code to = value}, all 64 bits of it. */
    public Assembler constant(Register to, long value) {
        return add(new WideInstruction.Constant(to, value));
    }

    /** {@code to} = the map behind this file descriptor. */
    public Assembler map(Register to, int descriptor) {
        return add(new WideInstruction.Map(to, descriptor));
    }

    /** {@code to += value}. */
    public Assembler add(Register to, int value) {
        return add(new ByImmediate(Arithmetic.ADD, to, value));
    }

    /** {@code to &= value}. */
    public Assembler and(Register to, int value) {
        return add(new ByImmediate(Arithmetic.AND, to, value));
    }

    /** {@code to = fp + offset}: the address of something on the program's stack. */
    public Assembler stackAddress(Register to, int offset) {
        return move(to, Register.FP).add(to, offset);
    }

    /** Calls a helper. */
    public Assembler call(HelperFunction helper) {
        return add(new Call(helper));
    }

    /** Calls a function of the kernel by its BTF id; the name is for the listing only. */
    public Assembler callKernel(String name, int id) {
        return add(new CallKernel(name, id));
    }

    /** Calls a function of this program, which begins at a label. */
    public Assembler callLocal(String label) {
        return add(label, CallLocal::new);
    }

    /** Goes on at a label. */
    public Assembler jump(String label) {
        return add(label, Jump::new);
    }

    /** Goes on at a label if the register compares so with the value. */
    public Assembler jumpIf(Condition condition, Register register, int value, String label) {
        return add(label, distance -> new JumpIf(condition, register, value, distance));
    }

    /** Ends the program, or the function of it that was called. */
    public Assembler exit() {
        return add(new Exit());
    }

    /** Names the next instruction. */
    public Assembler label(String name) {
        if (labels.putIfAbsent(name, slots) != null) {
            throw new IllegalStateException("The label " + name + " stands twice in the program.");
        }
        return this;
    }

    /** The program as it stands now, with all jumps resolved. */
    public Program program() {
        return new Program(drafts.stream().map(this::resolved).toList());
    }

    private Instruction resolved(Draft draft) {
        if (draft.label().isEmpty()) {
            return draft.instruction().apply(0);
        }
        Integer target = labels.get(draft.label());
        if (target == null) {
            throw new IllegalStateException(
                    "A jump goes to the label %s, which is nowhere in the program."
                            .formatted(draft.label()));
        }
        return draft.instruction().apply(target - draft.slot() - 1);
    }

    private Assembler add(Instruction instruction) {
        return add("", distance -> instruction);
    }

    private Assembler add(String label, IntFunction<Instruction> instruction) {
        drafts.add(new Draft(label, slots, instruction));
        slots += instruction.apply(0).slots().size();
        return this;
    }
}
