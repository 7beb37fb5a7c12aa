package probity.judge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import probity.spi.Activation;
import probity.spi.CallResult;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.KnownRun;
import probity.spi.Plan;
import probity.spi.Point;
import probity.spi.RegisterFile;
import probity.spi.StepResult;
import probity.spi.Target;

/**
 * Stands in for the activations of a machine that shows none, such as a booted kernel: for each
 * call of the plan that returned, those that the target's {@link Target#knownRuns} tell of. Where
 * it tells of none there is one of the target itself, and what else runs is not known.
 */
final class KnownCalls {
    private static final int FIRST = Integer.MIN_VALUE;
    private static final long UNKNOWN = 0;
    private static final String SEEN = "seen when the same plan ran unhooked";
    private static final String DECLARED =
            "what the target is declared to be called with and to return";
    private static final List<String> STACK = List.of("x29", "sp");

    /** What is no farther from sp, in bytes, is taken for an address on the same stack. */
    private static final long NEAR = 16 << 10;

    private final Names names;
    private final List<Activation> made = new ArrayList<>();
    private final Map<Integer, List<Long>> callers = new HashMap<>();
    private final Map<Integer, String> sources = new HashMap<>();
    private final Execution execution;
    private int position;

    /** Completes an execution of an unhooked plan, where it shows no activations. */
    KnownCalls(Plan unhooked, Execution seen, Names names) {
        this.names = names;
        if (seen.activations().isEmpty()) {
            make(unhooked, seen.steps());
            this.execution =
                    new Execution(
                            seen.steps(),
                            seen.events(),
                            made,
                            seen.irregularities(),
                            seen.trampolines());
        } else {
            this.execution = seen;
        }
    }

    /** The execution with activations. */
    Execution execution() {
        return execution;
    }

    /** Whether this activation is one of ours, which the machine did not show. */
    static boolean isMade(Activation activation) {
        return activation.id() < 0;
    }

    /** The addresses in the callers of one of ours, the direct one first; empty if unknown. */
    List<Long> callers(Activation activation) {
        return callers.getOrDefault(activation.id(), List.of());
    }

    /** How an activation is known, for people. */
    String source(Activation activation) {
        return sources.getOrDefault(activation.id(), SEEN);
    }

    private void make(Plan unhooked, List<StepResult> results) {
        for (int i = 0; i < results.size(); i++) {
            if (unhooked.steps().get(i) instanceof Plan.Call call
                    && results.get(i) instanceof CallResult end
                    && end.ending() == Ending.RETURNED) {
                make(i, call, end);
            }
        }
    }

    private void make(int step, Plan.Call call, CallResult end) {
        List<KnownRun> runs = runs(call);
        int first = made.size();
        int[] started = new int[runs.size()];
        int[] ended = new int[runs.size()];
        order(runs, started, ended);
        int own = runs.stream().map(KnownRun::function).toList().indexOf(call.function());
        for (int i = 0; i < runs.size(); i++) {
            KnownRun run = runs.get(i);
            Map<Point, RegisterFile> points = new HashMap<>();
            points.put(Point.CALL, of(call.task(), run.call()));
            points.put(Point.RETURN, of(call.task(), run.results()));
            if (i == own) {
                end.after().ifPresent(after -> points.put(Point.AFTER, after));
            }
            callers.put(FIRST + first + i, run.callers());
            sources.put(FIRST + first + i, run.source());
            made.add(
                    new Activation(
                            FIRST + first + i,
                            parent(run, first),
                            call.task(),
                            call.cpu(),
                            step,
                            run.function(),
                            run.callers().stream().findFirst().orElse(UNKNOWN),
                            false,
                            points,
                            Activation.End.RETURNED,
                            started[i],
                            OptionalInt.of(ended[i]),
                            OptionalInt.empty()));
        }
    }

    private List<KnownRun> runs(Plan.Call call) {
        Optional<Target> target = names.target(call.function());
        List<List<KnownRun>> known = target.map(Target::knownRuns).orElse(List.of());
        if (call.depth() < known.size()) {
            return known.get(call.depth());
        }
        RegisterFile nothing = RegisterFile.empty(call.registers().architecture());
        return List.of(
                new KnownRun(
                        call.function(),
                        OptionalInt.empty(),
                        target.flatMap(Target::fixedArguments).orElse(call.registers()),
                        target.flatMap(Target::knownResults).orElse(nothing),
                        List.of(),
                        DECLARED));
    }

    /** A run ends before the next one starts that is not called in it. */
    private void order(List<KnownRun> runs, int[] started, int[] ended) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < runs.size(); i++) {
            int parent = runs.get(i).parent().orElse(-1);
            while (!open.isEmpty() && open.peek() != parent) {
                ended[open.pop()] = position++;
            }
            started[i] = position++;
            open.push(i);
        }
        while (!open.isEmpty()) {
            ended[open.pop()] = position++;
        }
    }

    private static OptionalInt parent(KnownRun run, int first) {
        return run.parent().isPresent()
                ? OptionalInt.of(FIRST + first + run.parent().getAsInt())
                : OptionalInt.empty();
    }

    /** Every task has a stack of its own, and what is known is of the first one's. */
    private static RegisterFile of(int task, RegisterFile known) {
        return task == 0
                ? known
                : known.without(
                        known.names().stream()
                                .filter(name -> STACK.contains(name) || leadsToStack(known, name))
                                .toList());
    }

    private static boolean leadsToStack(RegisterFile known, String register) {
        return known.find("sp")
                .map(sp -> Math.abs(known.find(register).orElseThrow().low() - sp.low()) < NEAR)
                .orElse(false);
    }
}
