package probity.judge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import probity.spi.Action;
import probity.spi.ContextPolicy;
import probity.spi.Description;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.RegisterSet;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Stage;
import probity.spi.Unsaved;

/**
 * Whether a request to attach must be accepted.
 *
 * @param answer what must become of it
 * @param errnos where it must be refused: with one of these; empty for any
 * @param names where it must be refused: what the reason must name; empty for nothing
 * @param why a subordinate clause, such as {@code because jprobe is gone}
 */
record AttachRule(Answer answer, Set<String> errnos, List<String> names, String why) {
    /** What must become of a request. */
    enum Answer {
        ACCEPT,
        REFUSE,
        EITHER
    }

    private static final Set<String> NOT_SUPPORTED = Set.of("EOPNOTSUPP", "ENOTSUPP");

    static AttachRule of(Description description, Probe probe) {
        if (probe.kind() == ProbeKind.JPROBE) {
            return refuse(Set.of(), List.of(), "because jprobe is gone");
        }
        if (probe.kind() == ProbeKind.KRETPROBE && description.stage() == Stage.REMOVED) {
            return refuse(NOT_SUPPORTED, List.of(), "because kretprobe is removed");
        }
        for (Side side : Side.values()) {
            if (probe.script(side).isPresent() && !description.offers(probe.kind(), side)) {
                String sides = probe.kind() + " handlers at " + side;
                return refuse(Set.of(), List.of(), "because no " + sides + " are offered");
            }
        }
        if (probe.entryData() > description.limits().entryData()) {
            String limit = description.limits().entryData() + " bytes";
            return refuse(Set.of(), List.of(), "because entry data is limited to " + limit);
        }
        Optional<String> denied = denied(description, probe);
        if (denied.isPresent()) {
            String why = "because nobody saves " + denied.get() + ", and the policy denies it";
            return refuse(Set.of(), List.of(denied.get()), why);
        }
        return isPlain(description, probe)
                ? new AttachRule(Answer.ACCEPT, Set.of(), List.of(), "because it is legal")
                : new AttachRule(Answer.EITHER, Set.of(), List.of(), "");
    }

    /** The fields that handlers of a kind may write at this side; none if it is not offered. */
    static Set<String> writable(Description description, ProbeKind kind, Side side) {
        return description.set(kind, side).map(RegisterSet::writable).orElse(Set.of());
    }

    /** Whether touching an unpopulated field of a program's context is refused at attach. */
    static boolean denies(Description description) {
        return description.policy() == ContextPolicy.DENIED
                || description.policy() == ContextPolicy.RELOCATED
                        && description.unsaved() == Unsaved.DENIED;
    }

    private static Optional<String> denied(Description description, Probe probe) {
        if (!denies(description)) {
            return Optional.empty();
        }
        for (Side side : Side.values()) {
            Optional<RegisterSet> set = description.set(probe.kind(), side);
            if (set.isEmpty() || set.get().kind() != SetKind.CONTEXT) {
                continue;
            }
            for (Action action : probe.actions(side)) {
                Optional<String> field = field(action);
                if (field.isPresent() && isUnpopulated(set.get(), field.get())) {
                    return field;
                }
            }
        }
        return Optional.empty();
    }

    /** The one field that an action touches by itself. */
    static Optional<String> field(Action action) {
        if (action instanceof Action.Read read) {
            return Optional.of(read.register());
        }
        if (action instanceof Action.Write write) {
            return Optional.of(write.register());
        }
        if (action instanceof Action.StoreField store) {
            return Optional.of(store.register());
        }
        return Optional.empty();
    }

    static boolean isUnpopulated(RegisterSet set, String field) {
        return set.state(field).kind() == probity.spi.FieldState.Kind.UNPOPULATED;
    }

    /**
     * Whether nothing in the request may be a reason to refuse it: later chapters say more about
     * ill-formed requests, and PTR-15 lets writes be refused.
     */
    private static boolean isPlain(Description description, Probe probe) {
        boolean entry = probe.entry().isPresent();
        boolean exit = probe.exit().isPresent();
        boolean sides =
                switch (probe.kind()) {
                    case MULTI -> entry != exit;
                    case SESSION -> entry && exit;
                    case KRETPROBE -> exit;
                    case KPROBE -> entry;
                    default -> entry || exit;
                };
        boolean data = probe.entryData() == 0 || entry && exit && dataIsServed(probe.kind());
        boolean writes = false;
        boolean samples = false;
        for (Side side : Side.values()) {
            Set<String> writable = writable(description, probe.kind(), side);
            for (Action action : probe.actions(side)) {
                writes |=
                        action instanceof Action.Write write
                                && !writable.contains(write.register());
                samples |=
                        action instanceof Action.Sample sample
                                && denies(description)
                                && showsUnpopulated(description, probe.kind(), side, sample);
            }
        }
        boolean named =
                !probe.functions().isEmpty()
                        && Set.copyOf(probe.functions()).size() == probe.functions().size()
                        && (probe.cookies().isEmpty()
                                || probe.cookies().size() == probe.functions().size());
        return sides && data && named && !writes && !samples && probe.entryData() >= 0;
    }

    /** A plain sample is what PTR-03 and PTR-04 ask for; sampled registers are another matter. */
    private static boolean showsUnpopulated(
            Description description, ProbeKind kind, Side side, Action.Sample sample) {
        return description
                .set(kind, side)
                .map(
                        set ->
                                sample.registers().stream()
                                        .anyMatch(register -> isUnpopulated(set, register)))
                .orElse(false);
    }

    private static boolean dataIsServed(ProbeKind kind) {
        return kind == ProbeKind.FPROBE || kind == ProbeKind.KRETPROBE;
    }

    private static AttachRule refuse(Set<String> errnos, List<String> names, String why) {
        return new AttachRule(Answer.REFUSE, errnos, names, why);
    }
}
