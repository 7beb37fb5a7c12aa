package probity.linux.bpf.handler;

import static probity.linux.bpf.Register.FP;
import static probity.linux.bpf.Register.R0;
import static probity.linux.bpf.Register.R1;
import static probity.linux.bpf.Register.R2;

import java.util.Map;
import java.util.Optional;
import probity.linux.bpf.Assembler;
import probity.linux.bpf.Condition;
import probity.linux.bpf.HelperFunction;
import probity.linux.bpf.Program;
import probity.linux.bpf.Register;
import probity.linux.bpf.Width;
import probity.spi.Side;

/**
 * The code around a script: takes a number and a slot of the log, writes the record's head, and
 * marks the record complete when all actions are done.
 */
final class HandlerCode {
    /** The context, in all of the program. */
    static final Register CONTEXT = Register.R6;

    /** The record that is being written. */
    static final Register RECORD = Register.R7;

    /** The hit's number. */
    static final Register SEQUENCE = Register.R8;

    /** What the program returns: whether it cancels its exit. */
    static final Register VERDICT = Register.R9;

    /** Where on the program's stack the key of a lookup is. */
    private static final int KEY = -4;

    /** Where on the program's stack process and thread are, 8 bytes; the process in the upper 4. */
    private static final int TASK = -16;

    private static final int PROCESS = TASK + Integer.BYTES;

    private static final String OUT = "out";

    private final int id;
    private final int process;
    private final HandlerMaps maps;

    /** What a session needs; empty for a program of one side. */
    private final Optional<SessionCalls> session;

    private final Assembler code = new Assembler();

    HandlerCode(int id, int process, HandlerMaps maps, Optional<SessionCalls> session) {
        this.id = id;
        this.process = process;
        this.maps = maps;
        this.session = session;
    }

    Program program(Map<Side, RecordLayout> layouts) {
        code.move(CONTEXT, R1).move(VERDICT, 0);
        leaveOthersAlone();
        if (session.isPresent()) {
            branchOnSide(layouts);
        } else {
            layouts.forEach(this::body);
        }
        return code.label(OUT).move(R0, VERDICT).exit().program();
    }

    /** Other processes may call the function too, and nobody asked for that. */
    private void leaveOthersAlone() {
        code.call(HelperFunction.GET_CURRENT_PID_TGID)
                .store(Width.DOUBLE, FP, TASK, R0)
                .load(Width.WORD, R1, FP, PROCESS)
                .jumpIf(Condition.NOT_EQUAL, R1, process, OUT);
    }

    /** A session runs one program at both sides; a side without a script leaves no record. */
    private void branchOnSide(Map<Side, RecordLayout> layouts) {
        String exit = layouts.containsKey(Side.EXIT) ? "exit" : OUT;
        code.move(R1, CONTEXT)
                .callKernel(SessionCalls.IS_RETURN, session.orElseThrow().isReturn())
                // a bool: AAPCS64 leaves what is above its lowest byte undefined
                .and(R0, 1)
                .jumpIf(Condition.NOT_EQUAL, R0, 0, exit);
        if (layouts.containsKey(Side.ENTRY)) {
            body(Side.ENTRY, layouts.get(Side.ENTRY));
        }
        code.jump(OUT);
        if (layouts.containsKey(Side.EXIT)) {
            code.label("exit");
            body(Side.EXIT, layouts.get(Side.EXIT));
        }
    }

    private void body(Side side, RecordLayout layout) {
        takeNumber();
        takeSlot();
        head(side);
        ActionCode actions = new ActionCode(code, id, maps, session);
        layout.places().forEach(actions::emit);
        code.store(Width.WORD, RECORD, RecordHeader.STATE, RecordHeader.COMPLETE);
    }

    private void takeNumber() {
        code.store(Width.WORD, FP, KEY, 0);
        lookUp();
        code.move(SEQUENCE, 1).fetchAdd(R0, 0, SEQUENCE);
    }

    /**
     * Past the last slot there is none. The number is gone then, which tells how many hits are
     * lost.
     */
    private void takeSlot() {
        code.move(R1, SEQUENCE).add(R1, 1).store(Width.WORD, FP, KEY, R1);
        lookUp();
        code.move(RECORD, R0);
    }

    private void lookUp() {
        code.map(R1, maps.log())
                .stackAddress(R2, KEY)
                .call(HelperFunction.MAP_LOOKUP_ELEM)
                .jumpIf(Condition.EQUAL, R0, 0, OUT);
    }

    private void head(Side side) {
        code.store(Width.DOUBLE, RECORD, RecordHeader.SEQUENCE, SEQUENCE)
                .store(Width.WORD, RECORD, RecordHeader.HANDLER, id)
                .store(Width.WORD, RECORD, RecordHeader.STATE, RecordHeader.BEGUN)
                .store(Width.WORD, RECORD, RecordHeader.SIDE, side.ordinal())
                .load(Width.DOUBLE, R0, FP, TASK)
                .store(Width.DOUBLE, RECORD, RecordHeader.TASK, R0)
                .call(HelperFunction.KTIME_GET_NS)
                .store(Width.DOUBLE, RECORD, RecordHeader.TIME, R0)
                .call(HelperFunction.GET_SMP_PROCESSOR_ID)
                .store(Width.WORD, RECORD, RecordHeader.CPU, R0)
                .move(R1, CONTEXT)
                .call(HelperFunction.GET_FUNC_IP)
                .store(Width.DOUBLE, RECORD, RecordHeader.FUNCTION_IP, R0)
                .move(R1, CONTEXT)
                .call(HelperFunction.GET_ATTACH_COOKIE)
                .store(Width.DOUBLE, RECORD, RecordHeader.ATTACH_COOKIE, R0);
    }
}
