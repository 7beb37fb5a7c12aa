package probity.linux.live;

import java.util.Optional;
import java.util.regex.Pattern;
import probity.linux.abi.Block;
import probity.linux.abi.Field;
import probity.linux.abi.Layout;
import probity.linux.agent.Agent;
import probity.linux.agent.SystemCalls;
import probity.linux.bpf.Assembler;
import probity.linux.bpf.Condition;
import probity.linux.bpf.HelperFunction;
import probity.linux.bpf.Program;
import probity.linux.bpf.Register;
import probity.linux.bpf.Width;
import probity.linux.bpf.call.BpfCall;
import probity.linux.bpf.call.MapCalls;
import probity.linux.guest.Guest;

/**
 * A program at the entry of {@code bpf_fentry_test1} that brings the kernel to harm: it happens
 * inside of the next call that test runs make, and is as real as what a broken hook does there. It
 * is a trampoline's program, for which interrupts stay enabled.
 */
final class HarmfulProgram {
    private static final int PROG_LOAD = 5;
    private static final int RAW_TRACEPOINT_OPEN = 17;
    private static final int TRACING = 26;
    private static final int FENTRY = 24;

    private static final Layout LOAD =
            Layout.of(
                    "bpf_attr of BPF_PROG_LOAD",
                    120,
                    Field.u32("prog_type", 0),
                    Field.u32("insn_cnt", 4),
                    Field.u64("insns", 8),
                    Field.u64("license", 16),
                    Field.u32("expected_attach_type", 68),
                    Field.u32("attach_btf_id", 108));

    private static final Layout ATTACH =
            Layout.of(
                    "bpf_attr of BPF_RAW_TRACEPOINT_OPEN",
                    16,
                    Field.u64("name", 0),
                    Field.u32("prog_fd", 8));

    private static final int BUFFER = 1 << 20;

    /** To copy the buffer as often takes minutes; more the verifier does not follow. */
    private static final int TIMES = 20_000;

    /** Where QEMU's machine has what PCI devices let be read, below 4 GiB: here, one table. */
    private static final Pattern INTERRUPT_TABLE =
            Pattern.compile(
                    "^0x([0-9a-f]{16})-.* phys=0x0*1[0-9a-f]{7} ioremap", Pattern.MULTILINE);

    private final SystemCalls calls;
    private final BpfRequests bpf;

    private HarmfulProgram(Guest guest) {
        this.calls = guest.calls(Agent.MAIN);
        this.bpf = new BpfRequests(calls);
    }

    /**
     * Has the kernel oops: the program reads one byte of a device's table of interrupts, which may
     * be read by words only. The bus answers with an exception that nobody handles.
     */
    static void oopsing(Guest guest, ProgramIds ids) {
        HarmfulProgram harm = new HarmfulProgram(guest);
        harm.attach(
                ids,
                new Assembler()
                        .stackAddress(Register.R1, -8)
                        .move(Register.R2, 1)
                        .constant(Register.R3, harm.interruptTable())
                        .call(HelperFunction.PROBE_READ_KERNEL)
                        .move(Register.R0, 0)
                        .exit()
                        .program());
    }

    private long interruptTable() {
        calls.writeText("/proc/sys/kernel/kptr_restrict", "1", 0); // root sees addresses
        return INTERRUPT_TABLE
                .matcher(calls.readText("/proc/vmallocinfo"))
                .results()
                .map(match -> Long.parseUnsignedLong(match.group(1), 16))
                .findFirst()
                .orElseThrow();
    }

    /** Has the only CPU do nothing else for minutes, and the kernel say so after two seconds. */
    static void stalling(Guest guest, ProgramIds ids) {
        HarmfulProgram harm = new HarmfulProgram(guest);
        harm.calls.writeText("/proc/sys/kernel/watchdog_thresh", "1", 0);
        int buffer = harm.bpf.require(MapCalls.createArray("buffer", BUFFER, 1), "map to copy");
        harm.attach(
                ids,
                new Assembler()
                        .store(Width.WORD, Register.FP, -4, 0)
                        .map(Register.R1, buffer)
                        .stackAddress(Register.R2, -4)
                        .call(HelperFunction.MAP_LOOKUP_ELEM)
                        .jumpIf(Condition.EQUAL, Register.R0, 0, "end")
                        .move(Register.R6, Register.R0)
                        .move(Register.R7, TIMES)
                        .label("again")
                        .move(Register.R1, Register.R6)
                        .move(Register.R2, BUFFER)
                        .move(Register.R3, Register.R6)
                        .call(HelperFunction.PROBE_READ_KERNEL)
                        .add(Register.R7, -1)
                        .jumpIf(Condition.NOT_EQUAL, Register.R7, 0, "again")
                        .label("end")
                        .move(Register.R0, 0)
                        .exit()
                        .program());
    }

    private void attach(ProgramIds ids, Program program) {
        Block load =
                LOAD.writer()
                        .set("prog_type", TRACING)
                        .set("expected_attach_type", FENTRY)
                        .set("attach_btf_id", ids.test())
                        .set("insn_cnt", program.slots())
                        .point("insns", Block.of(program.bytes()))
                        .point("license", Block.text("GPL"))
                        .block();
        int loaded = bpf.require(request(PROG_LOAD, load), "load of a harmful program");
        Block attach = ATTACH.writer().set("prog_fd", loaded).block();
        bpf.require(request(RAW_TRACEPOINT_OPEN, attach), "attachment of a harmful program");
    }

    private static BpfCall request(int command, Block attribute) {
        return new BpfCall(command, attribute, Optional.empty());
    }
}
