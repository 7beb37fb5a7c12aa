package probity.linux.bpf.call;

import java.util.List;
import probity.linux.abi.Block;
import probity.linux.abi.Field;
import probity.linux.abi.Layout;
import probity.linux.abi.StructWriter;

/**
 * Requests for multi-kprobe links; answered by a file descriptor, and the functions are hooked
 * until it is closed. What the kernel can see to be wrong is for the kernel to refuse.
 */
public final class LinkCalls {
    /** {@code BPF_F_KPROBE_MULTI_RETURN}. */
    private static final int RETURN = 1;

    private static final Layout CREATE =
            Layout.of(
                    "bpf_attr of BPF_LINK_CREATE",
                    48,
                    Field.u32("prog_fd", 0),
                    Field.u32("target_fd", 4),
                    Field.u32("attach_type", 8),
                    Field.u32("flags", 12),
                    Field.u32("kprobe_multi.flags", 16),
                    Field.u32("kprobe_multi.cnt", 20),
                    Field.u64("kprobe_multi.syms", 24),
                    Field.u64("kprobe_multi.addrs", 32),
                    Field.u64("kprobe_multi.cookies", 40));

    private LinkCalls() {}

    /** Where a program of type {@link AttachType#MULTI} runs. */
    public enum At {
        /** At the functions' entry, and for a session at both. */
        ENTRY(0),
        /** At their return. */
        RETURN(LinkCalls.RETURN);

        private final int flags;

        At(int flags) {
            this.flags = flags;
        }
    }

    /**
     * Hooks functions by name.
     *
     * @param program the loaded program
     * @param type as which it was loaded
     * @param at where it runs
     * @param symbols the functions
     * @param cookies one per function, or none
     */
    public static BpfCall bySymbols(
            int program, AttachType type, At at, List<String> symbols, List<Long> cookies) {
        StructWriter attribute = attribute(program, type, at, symbols.size(), cookies);
        if (!symbols.isEmpty()) {
            Block names = Block.pointers(symbols.stream().map(Block::text).toList());
            attribute.point("kprobe_multi.syms", names);
        }
        return BpfCall.of(Command.LINK_CREATE, attribute.block());
    }

    /**
     * Hooks functions by address.
     *
     * @param program the loaded program
     * @param type as which it was loaded
     * @param at where it runs
     * @param addresses those of the functions' symbols
     * @param cookies one per function, or none
     */
    public static BpfCall byAddresses(
            int program, AttachType type, At at, List<Long> addresses, List<Long> cookies) {
        StructWriter attribute = attribute(program, type, at, addresses.size(), cookies);
        if (!addresses.isEmpty()) {
            attribute.point("kprobe_multi.addrs", Block.words(addresses));
        }
        return BpfCall.of(Command.LINK_CREATE, attribute.block());
    }

    private static StructWriter attribute(
            int program, AttachType type, At at, int count, List<Long> cookies) {
        StructWriter attribute =
                CREATE.writer()
                        .set("prog_fd", program)
                        .set("attach_type", type.number())
                        .set("kprobe_multi.flags", at.flags)
                        .set("kprobe_multi.cnt", count);
        if (!cookies.isEmpty()) {
            // the kernel takes as many as there are functions, whatever lies behind the last one
            if (cookies.size() != count) {
                throw new IllegalArgumentException(
                        "There are %d cookies for %d functions.".formatted(cookies.size(), count));
            }
            attribute.point("kprobe_multi.cookies", Block.words(cookies));
        }
        return attribute;
    }
}
