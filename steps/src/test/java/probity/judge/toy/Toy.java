package probity.judge.toy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import probity.judge.Findings;
import probity.judge.Judge;
import probity.judge.Judgement;
import probity.judge.MagicValues;
import probity.spi.AttachResult;
import probity.spi.Bytes;
import probity.spi.Counts;
import probity.spi.Description;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.Target;

/** Has plans judged on the toy kernel, spoiled in one place or not. */
public final class Toy {
    private final Description description;
    private UnaryOperator<Execution> execution = UnaryOperator.identity();
    private UnaryOperator<Execution> again = UnaryOperator.identity();
    private UnaryOperator<Counts> counts = UnaryOperator.identity();
    private final Map<String, UnaryOperator<Bytes>> code = new HashMap<>();
    private boolean keepsSymbols;
    private boolean blind;
    private Function<Probe, AttachResult> refusal = probe -> null;

    private Toy(Description description) {
        this.description = description;
    }

    /** The toy as it declares itself by default. */
    public static Toy plain() {
        return of(new ToyDescription());
    }

    /** The toy with this description. */
    public static Toy of(ToyDescription description) {
        return new Toy(description.build());
    }

    /** A target of the toy. */
    public static Target target(String symbol) {
        return ToyFunction.of(symbol).target();
    }

    /** A step that calls a target on task 0 with magic values. */
    public static Plan.Call call(String symbol) {
        return call(symbol, 0);
    }

    /** A step that calls a target with magic values, the CPU numbered like the task. */
    public static Plan.Call call(String symbol, int task) {
        return MagicValues.call(target(symbol), task, task, 1);
    }

    /** A step that calls the recursive target. */
    public static Plan.Call recurse(long depth) {
        Target target = target("recursive");
        Plan.Call call = MagicValues.call(target, 0, 0, 1);
        return new Plan.Call(
                0,
                0,
                target.name(),
                MagicValues.with(call.registers(), target.parameters().get(0), depth),
                call.stackArguments());
    }

    /** Spoils what runs with probes show. */
    public Toy spoil(UnaryOperator<Execution> fault) {
        execution = fault;
        return this;
    }

    /** Spoils what runs with probes over the second poison show. */
    public Toy spoilAgain(UnaryOperator<Execution> fault) {
        again = fault;
        return this;
    }

    /** Spoils the counts. */
    public Toy spoilCounts(UnaryOperator<Counts> fault) {
        counts = fault;
        return this;
    }

    /** Spoils the code of a function after a run with probes. */
    public Toy spoilCode(String function, UnaryOperator<Bytes> fault) {
        code.put(function, fault);
        return this;
    }

    /** Leaves the symbols of kretprobe where they are. */
    public Toy keepSymbols() {
        keepsSymbols = true;
        return this;
    }

    /** Shows no activations, with probes or without. */
    public Toy blind() {
        blind = true;
        return this;
    }

    /** Answers requests otherwise, where the function gives an answer. */
    public Toy answer(Function<Probe, AttachResult> other) {
        refusal = other;
        return this;
    }

    /** Has a plan judged, over two poisons. */
    public Judgement judgement(Plan.Step... steps) {
        return Judge.of(this::start, description).withSecondPoison(2).judge(Plan.of(steps));
    }

    /** Has a plan judged, over two poisons. */
    public Findings judge(Plan.Step... steps) {
        return judgement(steps).findings();
    }

    /** Starts an instance; it runs one plan. */
    public Instance start(Options options) {
        ToyKernel kernel = new ToyKernel(description, options);
        return new Spoiled(kernel, options);
    }

    private final class Spoiled implements Instance {
        private final ToyKernel kernel;
        private final Options options;
        private boolean hooked;

        Spoiled(ToyKernel kernel, Options options) {
            this.kernel = kernel;
            this.options = options;
            kernel.answer(probe -> refusal.apply(probe));
        }

        @Override
        public java.util.List<Target> targets() {
            return kernel.targets();
        }

        @Override
        public AttachResult attach(Probe probe) {
            return kernel.attach(probe);
        }

        @Override
        public Execution run(Plan plan) {
            hooked = plan.steps().stream().anyMatch(Plan.Attach.class::isInstance);
            Execution seen = blind ? Spoil.blind(kernel.run(plan)) : kernel.run(plan);
            boolean first = options.poison() == Options.defaults().poison();
            return hooked ? (first ? execution : again).apply(seen) : seen;
        }

        @Override
        public Bytes code(String function) {
            Bytes seen = kernel.code(function);
            return hooked && code.containsKey(function) ? code.get(function).apply(seen) : seen;
        }

        @Override
        public Set<String> symbols() {
            return keepsSymbols ? Set.of("hook_entry", "kretprobe_trampoline") : kernel.symbols();
        }

        @Override
        public Counts counts(String probe) {
            return counts.apply(kernel.counts(probe));
        }

        @Override
        public void close() {
            kernel.close();
        }
    }

    /** For tests that need no plan. */
    public Map<String, Target> targets() {
        Map<String, Target> byName = new java.util.LinkedHashMap<>();
        for (ToyFunction function : ToyFunction.values()) {
            byName.put(function.symbol(), function.target());
        }
        return byName;
    }
}
