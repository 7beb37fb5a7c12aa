package probity.steps;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import probity.judge.Judge;
import probity.judge.Judgement;
import probity.judge.MagicValues;
import probity.run.Trial;
import probity.spi.MisuseException;
import probity.spi.Parameter;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.RegisterFile;
import probity.spi.Target;

/**
 * What one scenario has put together: probes by name and the steps of a plan. The plan is judged
 * once, when the first then-step asks; until then anything can be added. One per scenario.
 */
public final class Bench {
    private static final long SECOND_POISON = 2;

    private final Trial trial;
    private final TargetFinder finder;
    private final ProbeMaker maker;
    private final Map<String, List<Probe>> probes = new LinkedHashMap<>();
    private final List<Plan.Step> steps = new ArrayList<>();
    private final Set<Plan.Step> requests = new HashSet<>();
    private boolean twoPoisons;
    private Optional<Judgement> judgement = Optional.empty();

    /** An empty bench. */
    public Bench(Trial trial) {
        this.trial = trial;
        this.finder = new TargetFinder(trial);
        this.maker = new ProbeMaker(trial, finder);
    }

    Trial trial() {
        return trial;
    }

    TargetFinder targets() {
        return finder;
    }

    /** Makes a probe and keeps it for later. */
    void prepare(ProbeRef ref, List<Target> targets, ProbeOptions options, Handlers handlers) {
        probes.put(ref.name(), maker.make(ref, targets, options, handlers));
    }

    /** Makes a probe and attaches it. */
    void attach(ProbeRef ref, List<Target> targets, ProbeOptions options, Handlers handlers) {
        prepare(ref, targets, options, handlers);
        probes(ref.name()).forEach(probe -> step(new Plan.Attach(probe)));
    }

    /** The probes that a name stands for: two for a multi-kprobe at both sides. */
    List<Probe> probes(String name) {
        if (!probes.containsKey(name)) {
            throw new IllegalArgumentException("The scenario has no probe " + name + ".");
        }
        return probes.get(name);
    }

    /** Adds a step. */
    void step(Plan.Step step) {
        if (judgement.isPresent()) {
            throw new IllegalStateException("The plan has been judged; nothing can be added.");
        }
        steps.add(step);
    }

    /** Asks for a probe whatever is declared, to see what is answered. */
    void request(Probe probe) {
        Plan.Step step = new Plan.Attach(probe);
        requests.add(step);
        step(step);
    }

    /** Adds a call with magic values. */
    void call(Target target, int task, int cpu) {
        step(MagicValues.call(target, task, cpu, seed()));
    }

    private void call(Target target, Parameter parameter, long value) {
        Plan.Call call = MagicValues.call(target, 0, 0, seed());
        RegisterFile registers = MagicValues.with(call.registers(), parameter, value);
        step(new Plan.Call(0, 0, target.name(), registers, call.stackArguments()));
    }

    /** Adds a call of a target that calls itself this often. */
    void callDeep(Target target, int depth) {
        if (target.knownRuns().isEmpty()) {
            call(target, target.parameters().get(0), depth);
        } else {
            Plan.Call call = MagicValues.call(target, 0, 0, seed());
            step(new Plan.Call(0, 0, target.name(), call.registers(), List.of(), depth));
        }
    }

    /** Adds a call in which every parameter has this value, where it is legal. */
    void callWithAll(Target target, long value) {
        if (target.fixedArguments().isPresent()) {
            throw trial.untested("The arguments of " + target.name() + " cannot be chosen.");
        }
        Plan.Call call = MagicValues.call(target, 0, 0, seed());
        RegisterFile registers = call.registers();
        for (Parameter parameter : target.parameters()) {
            if (parameter.isFree()) {
                registers = MagicValues.with(registers, parameter, value);
            }
        }
        step(new Plan.Call(0, 0, target.name(), registers, call.stackArguments()));
    }

    /** Each call has values of its own. */
    private long seed() {
        return steps.size() + 1L;
    }

    /** Has the plan run a second time over differently poisoned memory. */
    void runOverTwoPoisons() {
        twoPoisons = true;
    }

    /** Whether some field that handlers of this plan read is unpopulated. */
    boolean readsUnpopulatedFields() {
        return steps.stream()
                .filter(Plan.Attach.class::isInstance)
                .map(step -> ((Plan.Attach) step).probe())
                .anyMatch(probe -> Fields.anyUnpopulated(trial.description(), probe));
    }

    /** The plan as it stands. */
    Plan plan() {
        return new Plan(steps);
    }

    /** What the judge says of the plan; runs it at the first call. */
    Judgement judgement() {
        if (judgement.isEmpty()) {
            judgement = Optional.of(judge(plan()));
        }
        return judgement.get();
    }

    /** What a then-step can say of the plan. */
    Claim claim() {
        return new Claim(trial, judgement());
    }

    /** Judges a plan of its own, with evidence kept. */
    Judgement judge(Plan plan) {
        Needs.check(trial, plan, requests);
        Judge judge = Judge.of(trial::start, trial.description());
        Judgement said =
                judgeAsFarAsItGoes(
                        twoPoisons ? judge.withSecondPoison(SECOND_POISON) : judge, plan);
        said.evidence().forEach(trial::evidence);
        return said;
    }

    /**
     * Whether a task is there to go on depends on the candidate: its handler has to park, or its
     * function to block. Where it does not, the plan up to there shows what went wrong.
     */
    private static Judgement judgeAsFarAsItGoes(Judge judge, Plan plan) {
        try {
            return judge.judge(plan);
        } catch (MisuseException misuse) {
            Judgement said = judge.judge(beforeAnythingGoesOn(plan));
            if (said.findings().obligations().silent()) {
                throw misuse;
            }
            return said;
        }
    }

    private static Plan beforeAnythingGoesOn(Plan plan) {
        List<Plan.Step> steps = new ArrayList<>();
        for (Plan.Step step : plan.steps()) {
            if (step instanceof Plan.Continue) {
                break;
            }
            steps.add(step);
        }
        return new Plan(steps);
    }
}
