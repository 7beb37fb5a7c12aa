package probity.linux.bpf.handler;

import static probity.linux.bpf.Register.FP;
import static probity.linux.bpf.Register.R0;
import static probity.linux.bpf.Register.R1;
import static probity.linux.bpf.Register.R2;
import static probity.linux.bpf.Register.R3;
import static probity.linux.bpf.Register.R4;
import static probity.linux.bpf.Register.R5;
import static probity.linux.bpf.handler.HandlerCode.CONTEXT;
import static probity.linux.bpf.handler.HandlerCode.RECORD;
import static probity.linux.bpf.handler.HandlerCode.SEQUENCE;
import static probity.linux.bpf.handler.HandlerCode.VERDICT;

import java.util.Optional;
import probity.linux.bpf.Assembler;
import probity.linux.bpf.HelperFunction;
import probity.linux.bpf.Width;
import probity.linux.bpf.handler.RecordLayout.Place;
import probity.spi.Action;

/** The code of single actions. What each saw goes to its place in the record. */
record ActionCode(Assembler code, int id, HandlerMaps maps, Optional<SessionCalls> session) {
    /** Where on the program's stack the tag of a sample is built. */
    private static final int TAG = -24;

    /** BPF_F_CURRENT_CPU: 32 bits of ones, and not 64. */
    private static final int THIS_CPU = -1;

    private static final int NO_FLAGS = 0;

    void emit(Place place) {
        Action action = place.action();
        if (action instanceof Action.Capture) {
            capture(place.offset());
        } else if (action instanceof Action.Read read) {
            field(read.register());
            code.store(Width.DOUBLE, RECORD, place.offset(), R1);
        } else if (action instanceof Action.Write write) {
            code.constant(R1, write.value())
                    .store(Width.DOUBLE, CONTEXT, offset(write.register()), R1);
        } else if (action instanceof Action.Sample) {
            sample(place);
        } else if (action instanceof Action.Walk walk) {
            if (walk.from() == Action.Walk.From.CONTEXT) {
                walkContext(place.offset());
            } else {
                walkHere(place.offset());
            }
        } else if (action instanceof Action.Help help) {
            help(help, place.offset());
        } else if (action instanceof Action.StoreData store) {
            cookie().constant(R1, store.value()).store(Width.DOUBLE, R0, 0, R1);
        } else if (action instanceof Action.StoreField store) {
            cookie();
            field(store.register());
            code.store(Width.DOUBLE, R0, 0, R1);
        } else if (action instanceof Action.LoadData) {
            load(place.offset());
        } else if (action instanceof Action.Cancel) {
            code.move(VERDICT, 1);
        } else {
            throw new IllegalStateException("There is no code for " + action + ".");
        }
    }

    private void capture(int at) {
        for (String register : PtRegs.FIELDS) {
            field(register);
            code.store(Width.DOUBLE, RECORD, at + offset(register), R1);
        }
    }

    /** The field in r1. */
    private void field(String register) {
        code.load(Width.DOUBLE, R1, CONTEXT, offset(register));
    }

    private void sample(Place place) {
        code.store(Width.DOUBLE, FP, TAG + SampleTag.SEQUENCE, SEQUENCE)
                .store(Width.WORD, FP, TAG + SampleTag.HANDLER, id)
                .store(Width.WORD, FP, TAG + SampleTag.ACTION, place.index())
                .move(R1, CONTEXT)
                .map(R2, maps.samples())
                .move32(R3, THIS_CPU)
                .stackAddress(R4, TAG)
                .move(R5, SampleTag.SIZE);
        result(HelperFunction.PERF_EVENT_OUTPUT, place.offset());
    }

    private void walkContext(int at) {
        code.move(R1, CONTEXT);
        walk(HelperFunction.GET_STACK, at);
    }

    private void walkHere(int at) {
        code.call(HelperFunction.GET_CURRENT_TASK_BTF).move(R1, R0);
        walk(HelperFunction.GET_TASK_STACK, at);
    }

    /** Both helpers write the frames to a buffer, here behind the place of their result. */
    private void walk(HelperFunction helper, int at) {
        code.move(R2, RECORD)
                .add(R2, at + RecordLayout.RESULT)
                .move(R3, RecordLayout.WALK)
                .move(R4, NO_FLAGS);
        result(helper, at);
    }

    private void help(Action.Help help, int at) {
        switch (help.helper()) {
            case GET_STACK -> walkContext(at);
            case GET_STACKID -> {
                code.move(R1, CONTEXT).map(R2, maps.stacks()).move(R3, NO_FLAGS);
                result(HelperFunction.GET_STACKID, at);
            }
            case GET_FUNC_IP -> {
                code.move(R1, CONTEXT);
                result(HelperFunction.GET_FUNC_IP, at);
            }
            case GET_ATTACH_COOKIE -> {
                code.move(R1, CONTEXT);
                result(HelperFunction.GET_ATTACH_COOKIE, at);
            }
        }
    }

    private void result(HelperFunction helper, int at) {
        code.call(helper).store(Width.DOUBLE, RECORD, at, R0);
    }

    private void load(int at) {
        if (session.isPresent()) {
            cookie().load(Width.DOUBLE, R1, R0, 0).store(Width.DOUBLE, RECORD, at, R1);
        }
    }

    /** A pointer to the session's cookie in r0. */
    private Assembler cookie() {
        // older kernels ask for no argument, newer ones for the context
        return code.move(R1, CONTEXT)
                .callKernel(SessionCalls.COOKIE, session.orElseThrow().cookie());
    }

    private static int offset(String register) {
        return PtRegs.offset(register).orElseThrow();
    }
}
