package probity.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import probity.spi.Activation;
import probity.spi.CallResult;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Limits;
import probity.spi.Plan;
import probity.spi.ProbeKind;
import probity.spi.Side;
import probity.spi.StepResult;

/**
 * Whether the declared limits leave room for an activation's handlers. Past a limit a handler may
 * run or be counted as missed, so where it depends on how an implementation counts (one return hook
 * per function or per probe), the larger number is taken: too much room is never demanded.
 */
final class Room {
    /**
     * A kretprobe's pool where the request leaves its size to the implementation: Linux takes at
     * least 10, so no more are counted on.
     */
    private static final int DEFAULT_POOL = 10;

    /** How many hooks the nested calls of handlers are taken to need. */
    private static final int NESTED = 4;

    private final Timeline timeline;
    private final List<Attachment> attachments;
    private final ReturnHooks returnHooks;
    private final Limits limits;
    private final Plan plan;
    private final Set<LogicalCall> gone = new HashSet<>();
    private final boolean nested;
    private final Map<Integer, Set<Attachment>> without = new HashMap<>();
    private final List<Span> pending = new ArrayList<>();

    Room(
            Timeline timeline,
            List<Attachment> attachments,
            ReturnHooks returnHooks,
            Limits limits,
            Plan plan,
            Unhooked stripped,
            Execution unhooked) {
        this.timeline = timeline;
        this.attachments = attachments;
        this.returnHooks = returnHooks;
        this.limits = limits;
        this.plan = plan;
        this.nested = attachments.stream().anyMatch(Attachment::callsOut);
        notReturned(stripped, unhooked);
        inOrder().forEach(this::pass);
    }

    boolean suffices(Span span, Attachment attachment) {
        return !without.getOrDefault(span.id(), Set.of()).contains(attachment);
    }

    /** Whether every limit is kept all the time. */
    boolean sufficesAlways() {
        return without.isEmpty();
    }

    /** Calls that ended their task leave nothing pending. */
    private void notReturned(Unhooked stripped, Execution unhooked) {
        for (Span span : timeline.spans()) {
            for (int step : span.call().steps()) {
                int index = stripped.origins().indexOf(step);
                if (index >= 0 && index < unhooked.steps().size()) {
                    StepResult result = unhooked.steps().get(index);
                    if (result instanceof CallResult end && end.ending() == Ending.NOT_RETURNED) {
                        gone.add(span.call());
                    }
                }
            }
        }
    }

    private List<Timeline.Moment> inOrder() {
        List<Timeline.Moment> all = new ArrayList<>();
        timeline.tasks().forEach(task -> all.addAll(timeline.moments(task)));
        all.sort(Comparator.comparingInt(this::step)); // stable: keeps the order within a task
        return all;
    }

    private int step(Timeline.Moment moment) {
        Span span = timeline.span(moment.span());
        return moment.side() == Side.ENTRY ? span.startStep() : span.exitStep().getAsInt();
    }

    private void pass(Timeline.Moment moment) {
        Span span = timeline.span(moment.span());
        pending.removeIf(other -> isGone(other, span, moment));
        if (moment.side() == Side.EXIT) {
            pending.removeIf(other -> other.id() == span.id());
            return;
        }
        int hooks = returnHooks.armed(span).size();
        if (hooks == 0) {
            return;
        }
        pending.add(span);
        int depth =
                pending.stream()
                        .filter(other -> other.task() == span.task())
                        .mapToInt(other -> returnHooks.armed(other).size())
                        .sum();
        boolean tooDeep = depth + (nested ? NESTED : 0) > limits.depth();
        boolean tooMany = hooks > limits.probesPerFunction();
        for (Attachment attachment : attachments) {
            if (attachment.isHitBy(span) && (tooDeep || tooMany || poolIsEmpty(attachment))) {
                without.computeIfAbsent(span.id(), none -> new HashSet<>()).add(attachment);
            }
        }
    }

    private boolean isGone(Span other, Span now, Timeline.Moment moment) {
        if (other.task() == now.task() && other.call() != now.call()) {
            return true;
        }
        if (other.activation().end() == Activation.End.UNWOUND) {
            Activation current = timeline.span(now.last()).activation();
            int position =
                    moment.side() == Side.ENTRY
                            ? now.activation().started()
                            : current.ended().orElse(Integer.MAX_VALUE);
            return other.activation().ended().orElse(Integer.MAX_VALUE) < position;
        }
        return other.task() != now.task()
                && (gone.contains(other.call()) || endedBefore(other, step(moment)));
    }

    private boolean endedBefore(Span span, int step) {
        for (int i = span.startStep(); i < step; i++) {
            if (plan.steps().get(i) instanceof Plan.EndTask end && end.task() == span.task()) {
                return true;
            }
        }
        return false;
    }

    private boolean poolIsEmpty(Attachment attachment) {
        if (attachment.probe().kind() != ProbeKind.KRETPROBE) {
            return false;
        }
        int asked = attachment.probe().maxActive();
        long used =
                pending.stream()
                        .filter(span -> returnHooks.armed(span).contains(attachment))
                        .count();
        return used + (nested ? NESTED : 0) > (asked > 0 ? asked : DEFAULT_POOL);
    }
}
