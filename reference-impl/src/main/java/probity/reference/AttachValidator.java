package probity.reference;

import static probity.reference.Refusal.unless;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import probity.spi.Description;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Refused;
import probity.spi.Side;

/** Decides on a request as a whole, before anything is changed. */
public class AttachValidator {
    private static final int MOST_FUNCTIONS = 1 << 20;
    private static final int SESSION_COOKIE = 8;

    private final ScriptValidator scripts;

    /** With the reference's rules for scripts. */
    public AttachValidator() {
        this(new ScriptValidator());
    }

    /** With other rules for scripts. */
    public AttachValidator(ScriptValidator scripts) {
        this.scripts = scripts;
    }

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
                .or(() -> scripts.check(probe, description, functions));
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

    private static boolean isProgram(Probe probe) {
        return probe.kind() == ProbeKind.MULTI || probe.kind() == ProbeKind.SESSION;
    }
}
