package probity.linux.bpf.call;

import probity.linux.abi.Block;
import probity.linux.abi.Field;
import probity.linux.abi.Layout;
import probity.linux.abi.StructWriter;

/** Requests for what the kernel counts: hits that did not run a program. */
public final class InfoCalls {
    private static final Layout REQUEST =
            Layout.of(
                    "bpf_attr of BPF_OBJ_GET_INFO_BY_FD",
                    16,
                    Field.u32("bpf_fd", 0),
                    Field.u32("info_len", 4),
                    Field.u64("info", 8));

    private static final Layout PROGRAM =
            Layout.of("struct bpf_prog_info", 216, Field.u64("recursion_misses", 208));

    private static final Layout LINK =
            Layout.of(
                    "struct bpf_link_info of a multi-kprobe",
                    48,
                    Field.u32("kprobe_multi.count", 24),
                    Field.u32("kprobe_multi.flags", 28),
                    Field.u64("kprobe_multi.missed", 32));

    private InfoCalls() {}

    /** Asks about a program; the output is for {@link #recursionMisses}. */
    public static BpfCall program(int descriptor) {
        return request(descriptor, PROGRAM);
    }

    /**
     * Asks about a multi-kprobe link; the output is for {@link #missed}. Kernels before 6.7 leave
     * the count zero; none of them has multi-kprobes on arm64.
     */
    public static BpfCall link(int descriptor) {
        return request(descriptor, LINK);
    }

    /** How often a program did not run because a program was running on that CPU already. */
    public static long recursionMisses(byte[] output) {
        return PROGRAM.reader(output).get("recursion_misses");
    }

    /** How often a link's hits were missed: its fprobe's count. */
    public static long missed(byte[] output) {
        return LINK.reader(output).get("kprobe_multi.missed");
    }

    private static BpfCall request(int descriptor, Layout layout) {
        Block info = Block.room(layout.size());
        StructWriter attribute =
                REQUEST.writer()
                        .set("bpf_fd", descriptor)
                        .set("info_len", layout.size())
                        .point("info", info);
        return BpfCall.of(Command.OBJ_GET_INFO_BY_FD, attribute.block(), info);
    }
}
