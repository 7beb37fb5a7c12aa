package probity.linux.bpf.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import probity.spi.Action;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Script;
import probity.spi.Side;

/**
 * What a BPF program cannot do, and why.
 *
 * @param writes whether stores to the context are compiled, for the kernel to refuse them
 */
record Limitations(boolean writes) {
    /** All that stands in the way of a script. */
    List<Inexpressible> of(Probe probe, Side side, Script script) {
        Optional<String> unreachable = unreachable(probe.kind(), side);
        if (unreachable.isPresent()) {
            return List.of(new Inexpressible(side, "", unreachable.get()));
        }
        List<Inexpressible> found = new ArrayList<>();
        for (Action action : script.actions()) {
            impossible(action, probe.kind())
                    .ifPresent(reason -> found.add(new Inexpressible(side, name(action), reason)));
        }
        return found;
    }

    private static Optional<String> unreachable(ProbeKind kind, Side side) {
        return switch (kind) {
            case FPROBE -> Optional.of("The handlers of an fprobe are C functions, not programs.");
            case JPROBE -> Optional.of("The handler of a jprobe is a C function, not a program.");
            case KPROBE -> reason(side == Side.EXIT, "A kprobe has no exit to run a program at.");
            case KRETPROBE ->
                    reason(
                            side == Side.ENTRY,
                            "A kretprobe runs programs at the function's return only.");
            case MULTI, SESSION -> Optional.empty();
        };
    }

    private Optional<String> impossible(Action action, ProbeKind kind) {
        if (action instanceof Action.Read read) {
            return field(read.register());
        } else if (action instanceof Action.Write write) {
            return writes
                    ? field(write.register())
                    : Optional.of("A BPF program cannot write to its context.");
        } else if (action instanceof Action.StoreData store) {
            return data(store.offset(), kind);
        } else if (action instanceof Action.StoreField store) {
            return data(store.offset(), kind).or(() -> field(store.register()));
        } else if (action instanceof Action.Cancel) {
            return reason(
                    kind != ProbeKind.SESSION, "Only the program of a session can cancel an exit.");
        } else if (action instanceof Action.Call) {
            return Optional.of("A BPF program cannot call any function of the kernel.");
        } else if (action instanceof Action.Park) {
            return Optional.of("A BPF program cannot wait.");
        } else if (action instanceof Action.Fault) {
            return Optional.of("A BPF program that could fault is not loaded.");
        }
        return Optional.empty();
    }

    private static Optional<String> field(String register) {
        return reason(
                PtRegs.offset(register).isEmpty(),
                "The pt_regs that a BPF program gets has no field " + register + ".");
    }

    private static Optional<String> data(int offset, ProbeKind kind) {
        if (kind != ProbeKind.SESSION) {
            return Optional.of("Only the program of a session has entry data, its cookie.");
        }
        return reason(
                offset != 0,
                "The entry data of a session is one word; nothing can be stored at its byte "
                        + offset
                        + ".");
    }

    private static Optional<String> reason(boolean holds, String sentence) {
        return holds ? Optional.of(sentence) : Optional.empty();
    }

    private static String name(Action action) {
        return action.label().isEmpty() ? action.getClass().getSimpleName() : action.label();
    }
}
