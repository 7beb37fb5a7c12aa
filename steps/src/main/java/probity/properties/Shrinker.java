package probity.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import probity.spi.Action;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.Script;
import probity.spi.Side;

/**
 * Makes a plan that fails smaller as long as it still fails: leaves out calls, probes, single
 * steps, functions, handlers and actions, one after the other, until nothing can be left out.
 */
final class Shrinker {
    /** So many plans are tried at most; each takes a few runs of the candidate. */
    private static final int MOST_TRIES = 400;

    private final Predicate<Plan> fails;
    private int tries;

    /**
     * Shrinks.
     *
     * @param fails whether a plan fails as the first one did; false for a plan that is not legal
     */
    Shrinker(Predicate<Plan> fails) {
        this.fails = fails;
    }

    Plan shrink(Plan plan) {
        Plan smallest = plan;
        boolean again = true;
        while (again && tries < MOST_TRIES) {
            again = false;
            List<Plan> smaller = smaller(smallest);
            int number = 0;
            while (number < smaller.size() && tries < MOST_TRIES) {
                tries++;
                if (fails.test(smaller.get(number))) {
                    smallest = smaller.get(number);
                    smaller = smaller(smallest); // the next one has moved up to this one's place
                    again = true;
                } else {
                    number++;
                }
            }
        }
        return smallest;
    }

    /** All plans that are one bit smaller, those that leave out most first. */
    static List<Plan> smaller(Plan plan) {
        List<Plan> all = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            Plan.Step step = plan.steps().get(i);
            if (step instanceof Plan.Call) {
                all.add(withoutCall(plan, i));
            } else if (step instanceof Plan.Attach attach) {
                all.add(withoutProbe(plan, attach.probe()));
            }
        }
        for (int i = 0; i < plan.steps().size(); i++) {
            Plan.Step step = plan.steps().get(i);
            if (!(step instanceof Plan.Call || step instanceof Plan.Attach)) {
                all.add(without(plan, i));
            }
        }
        for (int i = 0; i < plan.steps().size(); i++) {
            if (plan.steps().get(i) instanceof Plan.Attach attach) {
                for (Probe probe : smaller(attach.probe())) {
                    List<Plan.Step> steps = new ArrayList<>(plan.steps());
                    steps.set(i, new Plan.Attach(probe));
                    all.add(new Plan(steps));
                }
            }
        }
        return all;
    }

    private static Plan without(Plan plan, int index) {
        List<Plan.Step> steps = new ArrayList<>(plan.steps());
        steps.remove(index);
        return new Plan(steps);
    }

    /** Without a call and all that is done with its task until the next one. */
    private static Plan withoutCall(Plan plan, int index) {
        int task = ((Plan.Call) plan.steps().get(index)).task();
        List<Plan.Step> steps = new ArrayList<>();
        boolean within = false;
        for (int i = 0; i < plan.steps().size(); i++) {
            Optional<Integer> of = task(plan.steps().get(i));
            if (of.isPresent() && of.get() == task) {
                boolean call = plan.steps().get(i) instanceof Plan.Call;
                within = call ? i == index : within;
                if (within) {
                    continue;
                }
            }
            steps.add(plan.steps().get(i));
        }
        return new Plan(steps);
    }

    private static Optional<Integer> task(Plan.Step step) {
        if (step instanceof Plan.Call call) {
            return Optional.of(call.task());
        } else if (step instanceof Plan.Continue goOn) {
            return Optional.of(goOn.task());
        } else if (step instanceof Plan.Move move) {
            return Optional.of(move.task());
        } else if (step instanceof Plan.WalkTask walk) {
            return Optional.of(walk.task());
        } else if (step instanceof Plan.EndTask end) {
            return Optional.of(end.task());
        }
        return Optional.empty();
    }

    private static Plan withoutProbe(Plan plan, Probe probe) {
        List<Plan.Step> steps = new ArrayList<>(plan.steps());
        steps.removeIf(step -> name(step).equals(Optional.of(probe.name())));
        return new Plan(steps);
    }

    private static Optional<String> name(Plan.Step step) {
        if (step instanceof Plan.Attach attach) {
            return Optional.of(attach.probe().name());
        } else if (step instanceof Plan.Detach detach) {
            return Optional.of(detach.probe());
        } else if (step instanceof Plan.Enable enable) {
            return Optional.of(enable.probe());
        } else if (step instanceof Plan.Disable disable) {
            return Optional.of(disable.probe());
        }
        return Optional.empty();
    }

    private static List<Probe> smaller(Probe probe) {
        List<Probe> all = new ArrayList<>();
        for (Side side : Side.values()) {
            if (probe.script(side).isPresent() && probe.script(side.other()).isPresent()) {
                all.add(probe.withScript(side, Optional.empty()));
            }
        }
        for (int i = 0; i < probe.functions().size() && probe.functions().size() > 1; i++) {
            all.add(withoutFunction(probe, i));
        }
        if (probe.maxActive() > 0) {
            all.add(probe.withMaxActive(0));
        }
        if (!probe.cookies().isEmpty()) {
            all.add(probe.withCookies(List.of()));
        }
        if (probe.entryData() > 0) {
            all.add(probe.withData(0)); // not legal while handlers use it
        }
        for (Side side : Side.values()) {
            List<Action> actions = probe.actions(side);
            for (int i = 0; i < actions.size(); i++) {
                List<Action> fewer = new ArrayList<>(actions);
                fewer.remove(i);
                all.add(probe.withScript(side, Optional.of(new Script(fewer))));
            }
        }
        return all;
    }

    private static Probe withoutFunction(Probe probe, int index) {
        List<String> functions = new ArrayList<>(probe.functions());
        functions.remove(index);
        List<Long> cookies = new ArrayList<>(probe.cookies());
        if (!cookies.isEmpty()) {
            cookies.remove(index);
        }
        return probe.withFunctions(functions).withCookies(cookies);
    }
}
