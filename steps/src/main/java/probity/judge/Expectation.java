package probity.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import probity.spi.Description;
import probity.spi.Execution;
import probity.spi.Plan;
import probity.spi.Refused;
import probity.spi.RegisterFile;
import probity.spi.StepResult;
import probity.spi.Target;

/**
 * What a plan must show, as far as it can be said before the plan is run with its probes; made by
 * {@link Oracle}, used by {@link Comparison}.
 */
final class Expectation {
    private final Premises premises;
    private final Names names;
    private final KnownCalls known;
    private final List<LogicalCall> calls;
    private final Set<Integer> refused;
    private final List<Attachment> attachments;
    private final Timeline timeline = new Timeline();
    private final ReturnHooks returnHooks;
    private final Room room;
    private final List<Slot> slots;
    private final Writes writes;

    /**
     * What an expectation is derived from.
     *
     * @param plan with its probes
     * @param stripped the same without
     * @param unhooked what that showed
     * @param followed by the step of a call, the registers in which {@code stripped} has what
     *     handlers legally write
     * @param nested unhooked runs of what handlers call
     */
    record Premises(
            Description description,
            List<Target> targets,
            Plan plan,
            Unhooked stripped,
            Execution unhooked,
            Map<Integer, RegisterFile> followed,
            NestedTruth nested) {}

    Expectation(Premises premises, Set<Integer> refused) {
        this.premises = premises;
        this.names = new Names(premises.targets());
        this.known = new KnownCalls(premises.stripped().plan(), premises.unhooked(), names);
        this.calls = LogicalCall.of(premises.plan());
        this.refused = Set.copyOf(refused);
        this.attachments = Attachment.of(premises.plan(), refused);
        for (LogicalCall call : calls) {
            new TimelineBuilder(
                            timeline,
                            call,
                            attachments,
                            names,
                            premises.stripped(),
                            known.execution())
                    .build();
        }
        this.returnHooks = new ReturnHooks(timeline, attachments);
        this.room =
                new Room(
                        timeline,
                        attachments,
                        returnHooks,
                        premises.description().limits(),
                        premises.plan(),
                        premises.stripped(),
                        known.execution());
        this.slots = Slots.of(timeline, attachments, room);
        this.writes = new Writes(premises.description(), slots, premises.followed());
    }

    /** The same, knowing which steps an execution refused. */
    Expectation answered(Execution actual) {
        Set<Integer> seen = refusedIn(actual);
        return seen.equals(refused) ? this : new Expectation(premises, seen);
    }

    static Set<Integer> refusedIn(Execution actual) {
        Set<Integer> refused = new HashSet<>();
        List<StepResult> results = actual.steps();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof Refused) {
                refused.add(i);
            }
        }
        return refused;
    }

    /** The event order that the calls of the plan must show, such as {@code >|<}. */
    String order() {
        return OrderString.expected(this);
    }

    Description description() {
        return premises.description();
    }

    Names names() {
        return names;
    }

    Plan plan() {
        return premises.plan();
    }

    Unhooked stripped() {
        return premises.stripped();
    }

    Execution unhooked() {
        return known.execution();
    }

    NestedTruth nested() {
        return premises.nested();
    }

    List<LogicalCall> calls() {
        return calls;
    }

    /** The call that this step of a task drives. */
    Optional<LogicalCall> callAt(int task, int step) {
        return calls.stream()
                .filter(call -> call.task() == task && call.steps().contains(step))
                .findFirst();
    }

    List<Attachment> attachments() {
        return attachments;
    }

    Timeline timeline() {
        return timeline;
    }

    ReturnHooks returnHooks() {
        return returnHooks;
    }

    Room room() {
        return room;
    }

    List<Slot> slots() {
        return slots;
    }

    Writes writes() {
        return writes;
    }

    boolean divertedBefore(Span span, int position) {
        return writes.divertedBefore(span.call(), position);
    }

    /** The registers in which the unhooked call has what handlers write, if it has. */
    Optional<RegisterFile> followed(Span span) {
        return span.isOutermost()
                ? Optional.ofNullable(premises.followed().get(span.startStep()))
                : Optional.empty();
    }

    /** The true address in the caller, if it was seen. */
    Optional<Long> returnAddress(Span span) {
        return KnownCalls.isMade(span.activation())
                ? callers(span).stream().findFirst()
                : Optional.of(span.activation().returnAddress());
    }

    /**
     * The addresses in all its callers, the direct one first, where they are known though no
     * machine showed them; else empty.
     */
    List<Long> callers(Span span) {
        return known.callers(span.activation());
    }

    /** How the truth of a call is known, for people. */
    String source(Span span) {
        return known.source(span.activation());
    }
}
