package probity.reference;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import probity.spi.Action;
import probity.spi.Description;
import probity.spi.FieldState;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Refused;
import probity.spi.RegisterSet;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Unsaved;

/** Decides whether the scripts of a request do only what they may: the verifier. */
public class ScriptValidator {
    /**
     * Why a request is refused for one of its scripts, if it is.
     *
     * @param description what is declared
     * @param functions whether a function exists
     */
    public Optional<Refused> check(
            Probe probe, Description description, Predicate<String> functions) {
        for (Side side : Side.values()) {
            for (Action action : probe.actions(side)) {
                Optional<Refused> refused = check(action, probe, side, description, functions);
                if (refused.isPresent()) {
                    return refused;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Refused> check(
            Action action,
            Probe probe,
            Side side,
            Description description,
            Predicate<String> functions) {
        if (action instanceof Action.Read read) {
            return read(read.register(), probe, side, description);
        }
        if (action instanceof Action.Write write) {
            return write(write.register(), probe);
        }
        if (action instanceof Action.Sample sample) {
            return sample(sample.registers());
        }
        if (action instanceof Action.Call call) {
            return call(call.function(), functions);
        }
        if (action instanceof Action.StoreData store) {
            return store(store.offset(), probe);
        }
        if (action instanceof Action.StoreField store) {
            return store(store.offset(), probe)
                    .or(() -> read(store.register(), probe, side, description));
        }
        return Optional.empty();
    }

    /** Whether a script may read a field. */
    protected Optional<Refused> read(
            String register, Probe probe, Side side, Description description) {
        RegisterSet set = description.set(probe.kind(), side).orElseThrow();
        boolean unpopulated = set.state(register).kind() == FieldState.Kind.UNPOPULATED;
        boolean denied = unpopulated && set.kind() == SetKind.CONTEXT && deniesUnsaved(description);
        return named(register)
                .or(
                        () ->
                                Refusal.unless(
                                        !denied,
                                        "EACCES",
                                        "The program reads %s, which is not populated at %s."
                                                .formatted(register, side)));
    }

    /** Whether a script may write a field; whether the write does anything is decided later. */
    protected Optional<Refused> write(String register, Probe probe) {
        boolean program = probe.kind() == ProbeKind.MULTI || probe.kind() == ProbeKind.SESSION;
        return named(register)
                .or(
                        () ->
                                Refusal.unless(
                                        !program,
                                        "EINVAL",
                                        "A program may not write to its context, as to %s."
                                                .formatted(register)));
    }

    /** Whether a sample can show these registers: what perf reads is not the program's doing. */
    protected Optional<Refused> sample(List<String> registers) {
        return registers.stream().map(ScriptValidator::named).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Refused> call(String function, Predicate<String> functions) {
        return Refusal.unless(
                functions.test(function), "ENOENT", "There is no function '" + function + "'.");
    }

    private static Optional<Refused> store(int offset, Probe probe) {
        return Refusal.unless(
                offset >= 0 && offset + Long.BYTES <= probe.entryData(),
                "EINVAL",
                "8 bytes at offset %d do not fit into %d bytes of entry data."
                        .formatted(offset, probe.entryData()));
    }

    private static Optional<Refused> named(String register) {
        return Refusal.unless(
                SetLayout.names().contains(register),
                "EINVAL",
                "A register set has no field '" + register + "'.");
    }

    private static boolean deniesUnsaved(Description description) {
        switch (description.policy()) {
            case DENIED:
                return true;
            case RELOCATED:
                return description.unsaved() == Unsaved.DENIED;
            default:
                return false;
        }
    }
}
