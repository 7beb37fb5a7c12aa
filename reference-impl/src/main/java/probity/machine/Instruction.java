package probity.machine;

import java.util.function.Supplier;

/**
 * A decoded instruction: what it does, and how it reads. Decoding yields both from the same fields,
 * so a trace never disagrees with the execution.
 */
record Instruction(Action action, Text text) {

    /** The assembly text at a place; only branches and literals depend on the place. */
    @FunctionalInterface
    interface Text {
        String at(long pc, SymbolTable symbols);
    }

    static Instruction of(Supplier<String> text, Action action) {
        return new Instruction(action, (pc, symbols) -> text.get());
    }

    /** An instruction that names an address relative to its own. */
    static Instruction relative(String start, long offset, Action action) {
        return new Instruction(action, (pc, symbols) -> start + symbols.describe(pc + offset));
    }
}
