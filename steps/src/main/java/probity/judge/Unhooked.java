package probity.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import probity.spi.Plan;
import probity.spi.RegisterFile;

/**
 * A plan without its probes.
 *
 * @param plan what is left of it
 * @param origins for each step that is left, its index in the plan with probes
 */
record Unhooked(Plan plan, List<Integer> origins) {
    Unhooked {
        origins = List.copyOf(origins);
    }

    /**
     * The plan without probes.
     *
     * @param parked steps that let a parked handler go on; without handlers nothing is parked
     * @param written registers that handlers legally write at the entry of a call of the plan, by
     *     its step: the truth of such a call is one with these
     */
    static Unhooked of(Plan plan, Set<Integer> parked, Map<Integer, RegisterFile> written) {
        List<Plan.Step> steps = new ArrayList<>();
        List<Integer> origins = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            Plan.Step step = plan.steps().get(i);
            if (parked.contains(i) || concernsProbes(step)) {
                continue;
            }
            steps.add(written.containsKey(i) ? with((Plan.Call) step, written.get(i)) : step);
            origins.add(i);
        }
        return new Unhooked(new Plan(steps), origins);
    }

    /** The part of it that comes before a step of the plan with probes. */
    Unhooked before(int step) {
        int kept = (int) origins.stream().filter(origin -> origin < step).count();
        return new Unhooked(new Plan(plan.steps().subList(0, kept)), origins.subList(0, kept));
    }

    static boolean concernsProbes(Plan.Step step) {
        return step instanceof Plan.Attach
                || step instanceof Plan.Detach
                || step instanceof Plan.Enable
                || step instanceof Plan.Disable;
    }

    private static Plan.Call with(Plan.Call call, RegisterFile written) {
        return new Plan.Call(
                call.task(),
                call.cpu(),
                call.function(),
                call.registers().with(written),
                call.stackArguments(),
                call.depth());
    }
}
