package probity.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import probity.spi.Plan;

/**
 * One call of a plan with all steps that drive it: the call, then each step that lets it go on.
 *
 * @param number counts the calls of a plan from 0
 * @param call what is called
 * @param steps indices of the driving steps in the plan, the call first
 */
record LogicalCall(int number, Plan.Call call, List<Integer> steps) {
    LogicalCall {
        steps = List.copyOf(steps);
    }

    int task() {
        return call.task();
    }

    /** The calls of a plan, in order. */
    static List<LogicalCall> of(Plan plan) {
        List<Plan.Call> calls = new ArrayList<>();
        List<List<Integer>> driving = new ArrayList<>();
        Map<Integer, List<Integer>> current = new HashMap<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            Plan.Step step = plan.steps().get(i);
            if (step instanceof Plan.Call call) {
                List<Integer> steps = new ArrayList<>(List.of(i));
                calls.add(call);
                driving.add(steps);
                current.put(call.task(), steps);
            } else if (step instanceof Plan.Continue goOn && current.containsKey(goOn.task())) {
                current.get(goOn.task()).add(i);
            }
        }
        List<LogicalCall> all = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            all.add(new LogicalCall(i, calls.get(i), driving.get(i)));
        }
        return all;
    }
}
