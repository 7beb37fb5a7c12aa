package probity.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import probity.machine.Memory;
import probity.machine.Stack;

/**
 * Walks stacks like the arm64 kernel: along frame records {x29, lr}, 8-byte aligned and inside the
 * task's stack, always upwards, to the final record {0, 0}. Where an lr leads to a return
 * trampoline, the pending return says where to; other addresses in trampolines are their own doing
 * and left out.
 *
 * <p>One thing is different: where a walk starts at a function's entry, the link register is its
 * first return address, since no frame record holds that yet (PTR-06).
 */
public class StackWalker {
    /** The most frames of a walk, as perf's default. */
    public static final int LIMIT = 127;

    private static final int RECORD_ALIGNMENT = 8;
    private static final int RECORD_SIZE = 16;
    private static final long ADDRESS = (1L << 48) - 1;
    private static final long UPPER_HALF = 1L << 55;

    private final Memory memory;
    private final Trampolines trampolines;
    private final ReturnResolver resolver;

    /** Walks in this memory. */
    public StackWalker(Memory memory, Trampolines trampolines, ReturnResolver resolver) {
        this.memory = memory;
        this.trampolines = trampolines;
        this.resolver = resolver;
    }

    /** A walk from registers in the middle of a function, in a task's stack. */
    public List<Long> walk(Task task, long pc, long fp) {
        return walk(task, List.of(pc), fp);
    }

    /** A walk from registers at a function's entry. */
    public List<Long> walkFromEntry(Task task, long pc, long lr, long fp) {
        return walk(task, List.of(pc, strip(lr)), fp);
    }

    private List<Long> walk(Task task, List<Long> first, long fp) {
        List<Long> frames = new ArrayList<>(first);
        long record = fp;
        while (frames.size() < LIMIT && isRecord(task.stack(), record)) {
            long next = memory.readLong(record);
            long lr = memory.readLong(record + Long.BYTES);
            if (next == 0 && lr == 0) {
                break;
            }
            OptionalLong frame = frame(task, strip(lr), record, next);
            if (frame.isEmpty()) {
                break;
            }
            if (!trampolines.image().hasText(frame.getAsLong())) {
                frames.add(frame.getAsLong());
            }
            if (Long.compareUnsigned(next, record) <= 0) {
                break;
            }
            record = next;
        }
        return frames;
    }

    /** The true return address of a record's lr; empty where the record cannot be trusted. */
    protected OptionalLong frame(Task task, long lr, long record, long next) {
        return resolver.resolve(
                task,
                lr,
                pending -> pending.fp() == next && Long.compareUnsigned(pending.sp(), record) > 0);
    }

    private static boolean isRecord(Stack stack, long address) {
        return address % RECORD_ALIGNMENT == 0
                && Long.compareUnsigned(address, stack.base()) >= 0
                && Long.compareUnsigned(address, stack.top() - RECORD_SIZE) <= 0;
    }

    /** Takes a signature (PAC) off an address. */
    private static long strip(long address) {
        return (address & UPPER_HALF) != 0 ? address | ~ADDRESS : address & ADDRESS;
    }
}
