package probity.reference;

import java.util.HashSet;
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
import probity.spi.Script;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Unsaved;

/** Decides on a request as a whole, before anything is changed. */
public class AttachValidator {
    private static final int MOST_FUNCTIONS = 1 << 20;
    private static final int SESSION_COOKIE = 8;

    /**
     * Why a request is refused, if it is.
     *
     * @param description what is declared
     * @param functions whether a function can be hooked
     */
    public Optional<Refused> check(
            Probe probe, Description description, Predicate<String> functions) {
        return offered(probe, description)
                .or(() -> functions(probe, functions))
                .or(() -> handlers(probe))
                .or(() -> sides(probe, description))
                .or(() -> cookies(probe))
                .or(() -> entryData(probe))
                .or(() -> scripts(probe, description, functions));
    }

    /** Whether there is such an interface. */
    protected Optional<Refused> offered(Probe probe, Description description) {
        boolean offered =
                description.offers(probe.kind(), Side.ENTRY)
                        || description.offers(probe.kind(), Side.EXIT);
        return unless(offered, "EOPNOTSUPP", probe.kind() + " is not supported.");
    }

    /** Whether the functions exist, each named once. */
    protected Optional<Refused> functions(Probe probe, Predicate<String> known) {
        List<String> names = probe.functions();
        String missing = isProgram(probe) ? "ESRCH" : "ENOENT";
        return unless(!names.isEmpty(), "EINVAL", "The request names no function.")
                .or(
                        () ->
                                unless(
                                        names.size() <= MOST_FUNCTIONS,
                                        "E2BIG",
                                        "The request names more than 2^20 functions."))
                .or(
                        () ->
                                names.stream()
                                        .filter(known.negate())
                                        .findFirst()
                                        .map(
                                                name ->
                                                        new Refused(
                                                                missing,
                                                                "There is no function '"
                                                                        + name
                                                                        + "'.")))
                .or(
                        () ->
                                unless(
                                        new HashSet<>(names).size() == names.size(),
                                        "EINVAL",
                                        "The request names a function twice."));
    }

    /** Whether the handlers are those that this kind has. */
    protected Optional<Refused> handlers(Probe probe) {
        boolean entry = probe.entry().isPresent();
        boolean exit = probe.exit().isPresent();
        switch (probe.kind()) {
            case MULTI:
                return unless(
                        entry != exit,
                        "EINVAL",
                        "A MULTI program runs either at entry or at exit.");
            case KPROBE:
                return unless(entry && !exit, "EINVAL", "A KPROBE has one handler, at entry.");
            case KRETPROBE:
                return unless(exit, "EINVAL", "A KRETPROBE needs an exit handler.");
            default:
                return unless(entry || exit, "EINVAL", "The request has no handler.");
        }
    }

    /** Whether this kind is offered at the sides that have handlers. */
    protected Optional<Refused> sides(Probe probe, Description description) {
        for (Side side : Side.values()) {
            if (probe.script(side).isPresent() && !description.offers(probe.kind(), side)) {
                return Optional.of(
                        new Refused(
                                "EOPNOTSUPP", probe.kind() + " is not supported at " + side + "."));
            }
        }
        return Optional.empty();
    }

    /** Whether there is one cookie per function, or none. */
    protected Optional<Refused> cookies(Probe probe) {
        int cookies = probe.cookies().size();
        return unless(
                cookies == 0 || isProgram(probe) && cookies == probe.functions().size(),
                "EINVAL",
                "The request has " + cookies + " cookies; programs take one per function.");
    }

    /** Whether the entry data is of a size that this kind gives. */
    protected Optional<Refused> entryData(Probe probe) {
        int size = probe.entryData();
        boolean none = probe.kind() == ProbeKind.MULTI || probe.kind() == ProbeKind.KPROBE;
        int most = probe.kind() == ProbeKind.SESSION ? SESSION_COOKIE : EntryDataPool.LIMIT;
        return unless(size >= 0, "EINVAL", "Entry data cannot have " + size + " bytes.")
                .or(
                        () ->
                                unless(
                                        size == 0 || !none,
                                        "EINVAL",
                                        probe.kind() + " gives no entry data."))
                .or(
                        () ->
                                unless(
                                        size <= most,
                                        "E2BIG",
                                        "%d bytes of entry data are more than the %d that %s gives."
                                                .formatted(size, most, probe.kind())));
    }

    /** Whether the scripts do only what they may. */
    protected Optional<Refused> scripts(
            Probe probe, Description description, Predicate<String> functions) {
        for (Side side : Side.values()) {
            List<Action> actions = probe.script(side).map(Script::actions).orElse(List.of());
            for (Action action : actions) {
                Optional<Refused> refused = action(action, probe, side, description, functions);
                if (refused.isPresent()) {
                    return refused;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Refused> action(
            Action action,
            Probe probe,
            Side side,
            Description description,
            Predicate<String> functions) {
        if (action instanceof Action.Read) {
            return read(((Action.Read) action).register(), probe, side, description);
        }
        if (action instanceof Action.Write) {
            return write(((Action.Write) action).register(), probe);
        }
        if (action instanceof Action.Sample) {
            return ((Action.Sample) action)
                    .registers().stream().map(this::named).flatMap(Optional::stream).findFirst();
        }
        if (action instanceof Action.Call) {
            String function = ((Action.Call) action).function();
            return unless(
                    functions.test(function), "ENOENT", "There is no function '" + function + "'.");
        }
        if (action instanceof Action.StoreData) {
            return store(((Action.StoreData) action).offset(), probe);
        }
        return Optional.empty();
    }

    /** Whether a script may read a field. */
    protected Optional<Refused> read(
            String register, Probe probe, Side side, Description description) {
        return named(register).or(() -> denied(register, probe, side, description));
    }

    private Optional<Refused> denied(
            String register, Probe probe, Side side, Description description) {
        RegisterSet set = description.set(probe.kind(), side).orElseThrow();
        boolean unpopulated = set.state(register).kind() == FieldState.Kind.UNPOPULATED;
        boolean denies = set.kind() == SetKind.CONTEXT && deniesUnsaved(description);
        return unless(
                !(unpopulated && denies),
                "EACCES",
                "The program reads %s, which is not populated at %s.".formatted(register, side));
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

    /** Whether a script may write a field; whether the write does anything is decided later. */
    protected Optional<Refused> write(String register, Probe probe) {
        return named(register)
                .or(
                        () ->
                                unless(
                                        !isProgram(probe),
                                        "EINVAL",
                                        "A program may not write to its context, as to "
                                                + register
                                                + "."));
    }

    private Optional<Refused> store(int offset, Probe probe) {
        return unless(
                offset >= 0 && offset + Long.BYTES <= probe.entryData(),
                "EINVAL",
                "8 bytes at offset %d do not fit into %d bytes of entry data."
                        .formatted(offset, probe.entryData()));
    }

    private Optional<Refused> named(String register) {
        return unless(
                SetLayout.names().contains(register),
                "EINVAL",
                "A register set has no field '" + register + "'.");
    }

    private static boolean isProgram(Probe probe) {
        return probe.kind() == ProbeKind.MULTI || probe.kind() == ProbeKind.SESSION;
    }

    private static Optional<Refused> unless(boolean holds, String errno, String reason) {
        return holds ? Optional.empty() : Optional.of(new Refused(errno, reason));
    }
}
