package probity.reference;

/**
 * Where a handler runs: what a walk without a context starts from, and a call from the handler.
 *
 * @param pc the handler's own address
 * @param fp x29 in the handler: the innermost frame record
 * @param sp below which the stack is free
 */
public record Here(long pc, long fp, long sp) {}
