package probity.run.guard;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import probity.spi.AttachResult;
import probity.spi.Bytes;
import probity.spi.Candidate;
import probity.spi.Counts;
import probity.spi.Description;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.Target;

/** An instance in custody: every call is limited in time, and every answer checked for sense. */
public final class GuardedInstance implements Instance {
    private final Custody custody;
    private final Witness witness;
    private final Description description;
    private final Instance instance;
    private final int generation;
    private final CheckedTargets targets;
    private final KnownProbes probes = new KnownProbes();
    private boolean closed;

    private GuardedInstance(
            Custody custody,
            Witness witness,
            Description description,
            CheckedTargets targets,
            Instance instance) {
        this.custody = custody;
        this.witness = witness;
        this.description = description;
        this.targets = targets;
        this.instance = instance;
        this.generation = custody.generation();
    }

    /**
     * Starts an instance of a candidate.
     *
     * @param targets those of all its instances
     */
    public static GuardedInstance start(
            Candidate candidate,
            Options options,
            Description description,
            CheckedTargets targets,
            Custody custody,
            Witness witness) {
        try {
            Instance instance =
                    custody.ask(
                            "start(Options)",
                            () -> AnswerCheck.notNull("instance", candidate.start(options)));
            witness.answered();
            return new GuardedInstance(custody, witness, description, targets, instance);
        } catch (CallFailed e) {
            throw witness.failed(e);
        }
    }

    @Override
    public List<Target> targets() {
        return guarded("targets()", () -> targets.check(instance.targets(), description));
    }

    @Override
    public AttachResult attach(Probe probe) {
        witness.attaching(probe);
        AttachResult result =
                guarded("attach(Probe)", () -> AnswerCheck.attach(instance.attach(probe)));
        probes.learn(probe, result);
        return result;
    }

    @Override
    public Execution run(Plan plan) {
        Execution execution =
                guarded(
                        "run(Plan)",
                        () -> {
                            Execution answer = instance.run(plan);
                            return new ExecutionCheck(plan, description, probes).check(answer);
                        });
        witness.executed(plan, execution);
        return execution;
    }

    @Override
    public Bytes code(String function) {
        return guarded(
                "code(" + function + ")",
                () -> AnswerCheck.notNull("code", instance.code(function)));
    }

    /** One call into the candidate instead of one for each. */
    @Override
    public Map<String, Bytes> codes(List<String> functions) {
        return guarded(
                "codes(" + functions.size() + " functions)",
                () -> {
                    Map<String, Bytes> answer =
                            AnswerCheck.notNull("map", instance.codes(functions));
                    Map<String, Bytes> codes = new LinkedHashMap<>();
                    functions.forEach(
                            name ->
                                    codes.put(
                                            name,
                                            AnswerCheck.notNull(
                                                    "code of " + name, answer.get(name))));
                    return codes;
                });
    }

    @Override
    public Set<String> symbols() {
        return guarded(
                "symbols()",
                () -> Set.copyOf(new HashSet<>(AnswerCheck.notNull("set", instance.symbols()))));
    }

    @Override
    public Counts counts(String probe) {
        return guarded("counts(" + probe + ")", () -> AnswerCheck.counts(instance.counts(probe)));
    }

    /** Whether it needs no closing any more. */
    public boolean isClosed() {
        return closed || generation != custody.generation();
    }

    @Override
    public void close() {
        if (!closed && generation == custody.generation()) {
            closed = true;
            try {
                custody.ask("close()", Executors.callable(instance::close));
            } catch (CallFailed e) {
                throw witness.failed(e);
            }
        }
    }

    private <T> T guarded(String what, Callable<T> callable) {
        try {
            if (generation != custody.generation()) {
                throw CallFailed.lost(what);
            }
            T answer = custody.call(what, callable);
            witness.answered();
            return answer;
        } catch (CallFailed e) {
            throw witness.failed(e);
        }
    }
}
