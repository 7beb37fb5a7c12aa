package probity.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import probity.spi.Capability;
import probity.spi.Description;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.ProbeKind;
import probity.spi.Side;

/**
 * What the parts of a comparison work on.
 *
 * @param expectation what must be seen
 * @param observed what was seen
 * @param twins the activations of both runs
 * @param truth what registers must hold
 * @param matching the events and their places
 * @param sheet where differences go
 */
record Scene(
        Expectation expectation,
        Observed observed,
        Twins twins,
        Truth truth,
        Matching matching,
        Sheet sheet) {

    static Scene of(Expectation expectation, Observed observed) {
        Twins twins = new Twins(expectation, observed.execution());
        Truth truth = new Truth(expectation, twins);
        Matching matching = new Matching(expectation, truth, observed.execution());
        return new Scene(expectation, observed, twins, truth, matching, new Sheet());
    }

    /** What handlers legally made of a register: those that must run, and those that did. */
    List<Long> written(Side side, Span span, String register) {
        return expectation
                .writes()
                .values(
                        side,
                        span,
                        register,
                        slot ->
                                slot.need() == Slot.Need.REQUIRED
                                        || matching.event(slot).isPresent());
    }

    /** The handlers that ran where they may, of the kinds and sides that are offered. */
    List<HandlerRun> handlerRuns() {
        List<HandlerRun> runs = new ArrayList<>();
        for (Alignment.Pair pair : matching.allowed()) {
            Field.set(this, pair.slot())
                    .ifPresent(set -> runs.add(new HandlerRun(pair.slot(), pair.event(), set)));
        }
        return runs;
    }

    Execution actual() {
        return observed.execution();
    }

    Description description() {
        return expectation.description();
    }

    Names names() {
        return expectation.names();
    }

    boolean can(Capability capability) {
        return description().can(capability);
    }

    // A place is named for every value that is compared, tens of thousands of times a plan: these
    // are plain concatenations because format strings cost more than all the rest of the judge.

    static String where(Event event) {
        return "at the "
                + name(event.side())
                + (" of " + event.function())
                + (" (probe " + event.probe() + ", task " + event.task())
                + (", event " + event.sequence() + ")");
    }

    static String where(Span span, String place) {
        return (place + " of " + span.function())
                + (" (task " + span.task() + ", activation " + span.id() + ")");
    }

    static String where(LogicalCall call) {
        return ("in the call of " + call.call().function())
                + (" (task " + call.task() + ", step " + call.steps().get(0) + ")");
    }

    static String name(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    static String name(ProbeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Why a field that handlers get could not be compared. */
    static String notShown(String register, HandlerRun run) {
        return "%s in the set of %s handlers at %s is not shown."
                .formatted(
                        register, name(run.slot().attachment().probe().kind()), name(run.side()));
    }
}
