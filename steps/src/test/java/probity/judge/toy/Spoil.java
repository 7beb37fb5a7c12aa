package probity.judge.toy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import probity.spi.Activation;
import probity.spi.CallResult;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.Irregularity;
import probity.spi.Observation;
import probity.spi.Point;
import probity.spi.RegisterFile;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.StepResult;
import probity.spi.TrampolineRun;
import probity.spi.Walk;

/** Single faults in what an execution shows. */
public final class Spoil {
    private Spoil() {}

    /** No activation was seen. */
    static Execution blind(Execution seen) {
        return new Execution(
                seen.steps(), seen.events(), List.of(), seen.irregularities(), seen.trampolines());
    }

    /** One event is something else, or nothing. */
    public static UnaryOperator<Execution> events(
            int sequence, Function<Event, List<Event>> fault) {
        return seen -> {
            List<Event> events = new ArrayList<>();
            for (Event event : seen.events()) {
                events.addAll(event.sequence() == sequence ? fault.apply(event) : List.of(event));
            }
            return new Execution(
                    seen.steps(),
                    events,
                    seen.activations(),
                    seen.irregularities(),
                    seen.trampolines());
        };
    }

    /** One event never came. */
    public static UnaryOperator<Execution> missing(int sequence) {
        return events(sequence, event -> List.of());
    }

    /** One event came once more, at another place in the order. */
    public static UnaryOperator<Execution> repeated(int sequence, int at, Side side) {
        return events(sequence, e -> List.of(e, moved(e, at, side)));
    }

    /** Two events have changed places. */
    public static UnaryOperator<Execution> swapped(int one, int other) {
        return compose(renumbered(one, -1), renumbered(other, one), renumbered(-1, other));
    }

    private static UnaryOperator<Execution> renumbered(int from, int to) {
        return events(from, e -> List.of(moved(e, to, e.side())));
    }

    /** An event's ips. */
    public static UnaryOperator<Execution> ips(
            int sequence, OptionalLong entryIp, OptionalLong returnIp) {
        return events(sequence, e -> List.of(handed(e, entryIp, returnIp, e.dataSize(), e.set())));
    }

    /** The size of an event's data, and its structure. */
    public static UnaryOperator<Execution> handed(int sequence, int dataSize, SetKind set) {
        return events(
                sequence,
                e -> List.of(handed(e, e.entryIp(), e.returnIp(), OptionalInt.of(dataSize), set)));
    }

    /** Every observation of an event, one after the other. */
    public static UnaryOperator<Execution> observed(
            int sequence, UnaryOperator<Observation> fault) {
        return events(
                sequence,
                e -> {
                    List<Observation> seen = new ArrayList<>();
                    for (Observation each : e.observations()) {
                        Observation spoiled = fault.apply(each);
                        if (spoiled != null) {
                            seen.add(spoiled);
                        }
                    }
                    return List.of(showing(e, seen));
                });
    }

    /** One register of a capture; absent where the value is null. */
    public static UnaryOperator<Execution> captured(
            int sequence, String label, String register, Long value) {
        return observed(
                sequence,
                seen ->
                        seen instanceof Observation.Captured captured
                                        && captured.label().equals(label)
                                ? new Observation.Captured(
                                        label, with(captured.registers(), register, value))
                                : seen);
    }

    /** The frames of every walk of an event. */
    public static UnaryOperator<Execution> walked(int sequence, UnaryOperator<List<Long>> fault) {
        return observed(
                sequence,
                seen ->
                        seen instanceof Observation.Walked walked
                                ? new Observation.Walked(
                                        walked.label(),
                                        walked.from(),
                                        new Walk(fault.apply(walked.walk().frames())))
                                : seen);
    }

    /** One register of a function's activation at a point. */
    public static UnaryOperator<Execution> tapped(
            String function, Point point, String register, long value) {
        return seen -> {
            List<Activation> activations = new ArrayList<>();
            for (Activation a : seen.activations()) {
                Map<Point, RegisterFile> points = new HashMap<>(a.points());
                if (a.function().equals(function) && points.containsKey(point)) {
                    points.put(point, with(points.get(point), register, value));
                }
                activations.add(
                        new Activation(
                                a.id(),
                                a.parent(),
                                a.task(),
                                a.cpu(),
                                a.step(),
                                a.function(),
                                a.returnAddress(),
                                a.nested(),
                                points,
                                a.end(),
                                a.started(),
                                a.ended(),
                                a.successor()));
            }
            return new Execution(
                    seen.steps(),
                    seen.events(),
                    activations,
                    seen.irregularities(),
                    seen.trampolines());
        };
    }

    /** One step's result. */
    public static UnaryOperator<Execution> answered(int step, UnaryOperator<StepResult> fault) {
        return seen -> {
            List<StepResult> steps = new ArrayList<>(seen.steps());
            steps.set(step, fault.apply(steps.get(step)));
            return new Execution(
                    steps,
                    seen.events(),
                    seen.activations(),
                    seen.irregularities(),
                    seen.trampolines());
        };
    }

    /** One step's call. */
    public static UnaryOperator<Execution> returned(int step, UnaryOperator<CallResult> fault) {
        return answered(step, result -> fault.apply((CallResult) result));
    }

    /** What the machine complains of, and which trampolines ran. */
    public static UnaryOperator<Execution> machine(
            List<Irregularity> irregularities, List<TrampolineRun> trampolines) {
        return seen ->
                new Execution(
                        seen.steps(),
                        seen.events(),
                        seen.activations(),
                        irregularities,
                        trampolines);
    }

    /** A register of a file; absent where the value is null. */
    public static RegisterFile with(RegisterFile file, String register, Long value) {
        return value == null ? file.without(List.of(register)) : file.with(register, value);
    }

    @SafeVarargs
    private static UnaryOperator<Execution> compose(UnaryOperator<Execution>... faults) {
        return seen -> {
            Execution spoiled = seen;
            for (UnaryOperator<Execution> fault : faults) {
                spoiled = fault.apply(spoiled);
            }
            return spoiled;
        };
    }

    private static Event moved(Event e, int sequence, Side side) {
        return new Event(
                sequence,
                e.probe(),
                side,
                e.cpu(),
                e.task(),
                e.function(),
                e.nested(),
                e.entryIp(),
                e.returnIp(),
                e.dataSize(),
                e.set(),
                e.observations());
    }

    private static Event handed(
            Event e,
            OptionalLong entryIp,
            OptionalLong returnIp,
            OptionalInt dataSize,
            SetKind set) {
        return new Event(
                e.sequence(),
                e.probe(),
                e.side(),
                e.cpu(),
                e.task(),
                e.function(),
                e.nested(),
                entryIp,
                returnIp,
                dataSize,
                set,
                e.observations());
    }

    private static Event showing(Event e, List<Observation> observations) {
        return new Event(
                e.sequence(),
                e.probe(),
                e.side(),
                e.cpu(),
                e.task(),
                e.function(),
                e.nested(),
                e.entryIp(),
                e.returnIp(),
                e.dataSize(),
                e.set(),
                observations);
    }
}
