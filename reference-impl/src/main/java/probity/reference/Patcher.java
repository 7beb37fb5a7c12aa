package probity.reference;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import probity.machine.Memory;
import probity.spi.Target;

/**
 * Puts the instructions of hooks into functions and takes them out again. Two things may change:
 * the patch site ({@code mov x9, x30 ; bl hook_entry} in place of two NOPs) and the word at the
 * symbol ({@code brk #4}), which may be the patch site's first. What a breakpoint displaces is what
 * would stand there without it.
 */
public class Patcher {
    /** {@code mov x9, x30}. */
    public static final int MOVE_LINK = 0xaa1e_03e9;

    /** {@code brk #4}, a kprobe. */
    public static final int KPROBE_BREAK = 0xd420_0080;

    private static final int BRANCH_WITH_LINK = 0x9400_0000;
    private static final int BRANCH_OFFSET = 0x03ff_ffff;
    private static final int WORD = 4;

    private final Map<Long, Integer> originals = new HashMap<>();
    private Memory memory;
    private long entryTrampoline;

    /** Called once, before anything else. */
    void prepare(Memory memory, long entryTrampoline) {
        this.memory = memory;
        this.entryTrampoline = entryTrampoline;
    }

    /** Makes the function's instructions fit the probes that are on it now. */
    public void update(Site site) {
        Target target = site.target();
        remember(target);
        boolean hooked = !site.atPatchSite().isEmpty();
        boolean breakpoint = !site.atBreakpoint().isEmpty();
        put(target.entryIp(), hooked ? branch(target.entryIp()) : original(target.entryIp()));
        put(target.patchSite(), hooked ? MOVE_LINK : original(target.patchSite()));
        put(target.address(), breakpoint ? KPROBE_BREAK : displaced(site));
    }

    /** What stands at the symbol, a breakpoint there not counted. */
    public int displaced(Site site) {
        Target target = site.target();
        boolean hooked = !site.atPatchSite().isEmpty();
        return hooked && target.address() == target.patchSite()
                ? MOVE_LINK
                : original(target.address());
    }

    /** The word that stood at an address before any hook. */
    protected final int original(long address) {
        return originals.get(address);
    }

    /** Notes the words that may be changed, when the function is hooked for the first time. */
    private void remember(Target target) {
        for (long address : new long[] {target.address(), target.patchSite(), target.entryIp()}) {
            originals.computeIfAbsent(address, memory::readInt);
        }
    }

    /** Writes a word of text. */
    protected final void put(long address, int word) {
        if (memory.readInt(address) != word) {
            byte[] bytes =
                    ByteBuffer.allocate(WORD).order(ByteOrder.LITTLE_ENDIAN).putInt(word).array();
            memory.patch(address, bytes);
        }
    }

    private int branch(long from) {
        return BRANCH_WITH_LINK | (int) (entryTrampoline - from >> 2) & BRANCH_OFFSET;
    }
}
