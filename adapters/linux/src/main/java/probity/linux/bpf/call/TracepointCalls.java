package probity.linux.bpf.call;

import probity.linux.abi.Block;
import probity.linux.abi.Field;
import probity.linux.abi.Layout;

/** Requests for programs on raw tracepoints. */
public final class TracepointCalls {
    private static final Layout OPEN =
            Layout.of(
                    "bpf_attr of BPF_RAW_TRACEPOINT_OPEN",
                    16,
                    Field.u64("name", 0),
                    Field.u32("prog_fd", 8));

    private TracepointCalls() {}

    /**
     * Has a program run at a tracepoint; answered by a file descriptor, and it runs until that is
     * closed.
     *
     * @param program the loaded program
     * @param tracepoint its name
     */
    public static BpfCall open(int program, String tracepoint) {
        return BpfCall.of(
                Command.RAW_TRACEPOINT_OPEN,
                OPEN.writer()
                        .set("prog_fd", program)
                        .point("name", Block.text(tracepoint))
                        .block());
    }
}
