package probity.linux.bpf.call;

import java.nio.charset.StandardCharsets;
import probity.linux.abi.Block;
import probity.linux.abi.Field;
import probity.linux.abi.Layout;
import probity.linux.abi.StructWriter;
import probity.linux.bpf.Assembler;
import probity.linux.bpf.Program;
import probity.linux.bpf.Register;

/** Requests about programs. */
public final class ProgramCalls {
    /** {@code BPF_PROG_TYPE_KPROBE}. */
    private static final int KPROBE = 2;

    /** {@code BPF_PROG_TYPE_RAW_TRACEPOINT}. */
    private static final int RAW_TRACEPOINT = 17;

    /** {@code BPF_PROG_TYPE_TRACING}. */
    private static final int TRACING = 26;

    /** {@code BPF_TRACE_FENTRY}. */
    private static final int FENTRY = 24;

    /** {@code BPF_LOG_STATS}: the error and some statistics, without the steps to it. */
    private static final int LOG_ERROR = 4;

    private static final int LOG_BYTES = 2 << 10;

    private static final Layout LOAD =
            Layout.of(
                    "bpf_attr of BPF_PROG_LOAD",
                    120,
                    Field.u32("prog_type", 0),
                    Field.u32("insn_cnt", 4),
                    Field.u64("insns", 8),
                    Field.u64("license", 16),
                    Field.u32("log_level", 24),
                    Field.u32("log_size", 28),
                    Field.u64("log_buf", 32),
                    Field.text("prog_name", 48, 16),
                    Field.u32("expected_attach_type", 68),
                    Field.u32("attach_btf_id", 108));

    private static final Layout TEST_RUN =
            Layout.of(
                    "bpf_attr of BPF_PROG_TEST_RUN",
                    80,
                    Field.u32("prog_fd", 0),
                    Field.u32("retval", 4),
                    Field.u32("repeat", 32));

    private ProgramCalls() {}

    /**
     * Loads a handler; answered by its file descriptor.
     *
     * @param name at most 15 letters, digits, dots and underscores
     * @param program the handler's
     * @param type how it is going to be attached
     */
    public static BpfCall load(String name, Program program, AttachType type) {
        return BpfCall.of(Command.PROG_LOAD, handler(name, program, type).block());
    }

    /**
     * The same for a program that was refused, to learn why. The output is what the verifier says
     * of the error; {@link #log} reads it. Not for the first try: a log that does not fit makes the
     * kernel refuse even a program that is right.
     */
    public static BpfCall explain(String name, Program program, AttachType type) {
        Block log = Block.room(LOG_BYTES);
        StructWriter attribute =
                handler(name, program, type)
                        .set("log_level", LOG_ERROR)
                        .set("log_size", LOG_BYTES)
                        .point("log_buf", log);
        return BpfCall.of(Command.PROG_LOAD, attribute.block(), log);
    }

    private static StructWriter handler(String name, Program program, AttachType type) {
        return program(name, program)
                .set("prog_type", KPROBE)
                .set("expected_attach_type", type.number());
    }

    /**
     * Loads a program that does nothing. Without being attached it makes the kernel, by {@link
     * #testRun}, call the functions that it has for tests of tracing: {@code bpf_fentry_test1} and
     * on.
     *
     * @param name at most 15 letters, digits, dots and underscores
     * @param function the BTF id of one of them
     */
    public static BpfCall loadTrigger(String name, int function) {
        Program nothing = new Assembler().move(Register.R0, 0).exit().program();
        return BpfCall.of(
                Command.PROG_LOAD,
                program(name, nothing)
                        .set("prog_type", TRACING)
                        .set("expected_attach_type", FENTRY)
                        .set("attach_btf_id", function)
                        .block());
    }

    /**
     * Loads a program for {@link TracepointCalls}; answered by its file descriptor.
     *
     * @param name at most 15 letters, digits, dots and underscores
     */
    public static BpfCall loadForTracepoint(String name, Program program) {
        return BpfCall.of(
                Command.PROG_LOAD, program(name, program).set("prog_type", RAW_TRACEPOINT).block());
    }

    private static StructWriter program(String name, Program program) {
        return LOAD.writer()
                .text("prog_name", name)
                .set("insn_cnt", program.slots())
                .point("insns", Block.of(program.bytes()))
                // most of the helpers are for GPL programs only
                .point("license", Block.text("GPL"));
    }

    /** The text in a verifier's log. */
    public static String log(byte[] output) {
        int end = 0;
        while (end < output.length && output[end] != 0) {
            end++;
        }
        return new String(output, 0, end, StandardCharsets.UTF_8);
    }

    /** Runs a trigger; the output is the attribute itself, see {@link #returned}. */
    public static BpfCall testRun(int program) {
        Block attribute = TEST_RUN.writer().set("prog_fd", program).block();
        return BpfCall.of(Command.PROG_TEST_RUN, attribute, attribute);
    }

    /** The result of a run, from its output; a trigger's is 0. */
    public static int returned(byte[] output) {
        return (int) TEST_RUN.reader(output).get("retval");
    }
}
