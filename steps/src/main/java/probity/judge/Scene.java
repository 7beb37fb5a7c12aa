package probity.judge;

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

    static String where(Event event) {
        return String.format(
                "at the %s of %s (probe %s, task %d, event %d)",
                name(event.side()),
                event.function(),
                event.probe(),
                event.task(),
                event.sequence());
    }

    static String where(Slot slot) {
        return String.format(
                "at the %s of %s (probe %s, task %d)",
                name(slot.side()), slot.span().function(), slot.probe(), slot.span().task());
    }

    static String where(Span span, String place) {
        return String.format(
                "%s of %s (task %d, activation %d)",
                place, span.function(), span.task(), span.id());
    }

    static String where(LogicalCall call) {
        return String.format(
                "in the call of %s (task %d, step %d)",
                call.call().function(), call.task(), call.steps().get(0));
    }

    static String name(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    static String name(ProbeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
