package probity.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import probity.spi.Action;
import probity.spi.Activation;
import probity.spi.CallResult;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Role;
import probity.spi.Side;
import probity.spi.Target;

/**
 * Places the activations of one call in the hooked plan. A call stops where it blocks, which the
 * unhooked run shows, and where a handler parks, which only the scripts tell.
 */
final class TimelineBuilder {
    private record Edge(int position, boolean start, Activation activation) {}

    private final Timeline timeline;
    private final LogicalCall call;
    private final List<Attachment> attachments;
    private final Names names;
    private final Execution unhooked;
    private final List<Integer> ownSteps = new ArrayList<>();
    private final Map<Integer, Activation> predecessors = new HashMap<>();
    private final Map<Integer, Span> open = new HashMap<>();
    private final Set<Integer> blockSeen = new HashSet<>();
    private int block;

    TimelineBuilder(
            Timeline timeline,
            LogicalCall call,
            List<Attachment> attachments,
            Names names,
            Unhooked plan,
            Execution unhooked) {
        this.timeline = timeline;
        this.call = call;
        this.attachments = attachments;
        this.names = names;
        this.unhooked = unhooked;
        for (int i = 0; i < plan.origins().size() && i < unhooked.steps().size(); i++) {
            if (call.steps().contains(plan.origins().get(i))) {
                ownSteps.add(i);
            }
        }
    }

    void build() {
        int index = 0;
        for (Edge edge : edges()) {
            noteBlock(edge);
            int stopped = timeline.stops(call).size();
            if (stopped >= call.steps().size()) {
                return; // nothing lets the task go on: the rest does not happen
            }
            int step = call.steps().get(stopped);
            if (edge.start) {
                start(edge.activation, index++, step);
            } else if (edge.activation.end() == Activation.End.RETURNED) {
                exit(edge.activation, step);
            }
        }
        if (!ownSteps.isEmpty() && endedBlocked(ownSteps.get(ownSteps.size() - 1))) {
            timeline.stop(call, Timeline.Stop.BLOCK);
        }
    }

    private List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (Activation activation : unhooked.activations()) {
            if (activation.task() != call.task() || !ownSteps.contains(activation.step())) {
                continue;
            }
            edges.add(new Edge(activation.started(), true, activation));
            activation.ended().ifPresent(p -> edges.add(new Edge(p, false, activation)));
            activation.successor().ifPresent(id -> predecessors.put(id, activation));
        }
        edges.sort(Comparator.comparingInt(Edge::position));
        return edges;
    }

    /** Counts the blocks before this edge: a start tells its step, an end only whose it is. */
    private void noteBlock(Edge edge) {
        Activation activation = edge.activation;
        int before = block;
        if (edge.start) {
            block = ownSteps.indexOf(activation.step());
        } else if (names.target(activation.function()).map(Target::role).orElse(null)
                        == Role.BLOCKING
                && !blockSeen.contains(activation.id())
                && block + 1 < ownSteps.size()
                && endedBlocked(ownSteps.get(block))) {
            block++;
        }
        for (int i = before; i < block; i++) {
            timeline.stop(call, Timeline.Stop.BLOCK);
            open.keySet().forEach(blockSeen::add);
        }
    }

    private boolean endedBlocked(int step) {
        return unhooked.steps().get(step) instanceof CallResult result
                && result.ending() == Ending.BLOCKED;
    }

    private void start(Activation activation, int index, int step) {
        int position = timeline.add(call.task(), new Timeline.Moment(Side.ENTRY, activation.id()));
        Optional<Target> target = names.target(activation.function());
        Span span =
                new Span(
                        activation,
                        target,
                        call,
                        index,
                        step,
                        OptionalInt.empty(),
                        position,
                        OptionalInt.empty(),
                        activation.id());
        timeline.add(span);
        open.put(span.id(), span);
        park(span, Side.ENTRY, step);
    }

    /** Its return is also that of whatever tail-called it. */
    private void exit(Activation last, int step) {
        Activation leaving = last;
        while (leaving != null) {
            Span entered = open.remove(leaving.id());
            Timeline.Moment moment = new Timeline.Moment(Side.EXIT, leaving.id());
            Span left =
                    new Span(
                            entered.activation(),
                            entered.target(),
                            call,
                            entered.index(),
                            entered.startStep(),
                            OptionalInt.of(step),
                            entered.start(),
                            OptionalInt.of(timeline.add(call.task(), moment)),
                            last.id());
            timeline.add(left);
            park(left, Side.EXIT, step);
            leaving = predecessors.get(leaving.id());
        }
    }

    private void park(Span span, Side side, int step) {
        for (Attachment attachment : attachments) {
            boolean runs =
                    attachment.isHitBy(span)
                            && attachment.isHitBy(span.function(), step)
                            && (side == Side.ENTRY || !attachment.cancels());
            if (runs) {
                attachment.reached(side).stream()
                        .filter(Action.Park.class::isInstance)
                        .forEach(park -> timeline.stop(call, Timeline.Stop.PARK));
            }
        }
    }
}
