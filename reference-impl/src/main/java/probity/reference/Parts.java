package probity.reference;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import probity.machine.Memory;

/**
 * The replaceable parts of the hook core, for one instance. A new object holds the parts of the
 * reference; a wrong candidate replaces one of them.
 */
public final class Parts {
    /** Makes the stack walker of an instance. */
    @FunctionalInterface
    public interface WalkerFactory {
        /** The walker. */
        StackWalker create(Memory memory, Trampolines trampolines, ReturnResolver resolver);
    }

    private Patcher patcher = new Patcher();
    private Registry registry = new Registry();
    private AttachValidator validator = new AttachValidator();
    private DeprecationNotice notice = new DeprecationNotice();
    private HitPolicy policy = new HitPolicy();
    private Supplier<Counting> countings = Counting::new;
    private Supplier<RecursionGuard> recursionGuards = RecursionGuard::new;
    private Supplier<ShadowStack> shadowStacks = ShadowStack::new;
    private IntFunction<KretprobePool> kretprobePools = KretprobePool::new;
    private EntryDataPool entryData = new EntryDataPool();
    private ExitOrder exitOrder = new ExitOrder();
    private Function<Declaration, ContextBuilder> contexts = Declaration::contexts;
    private Function<Trampolines, ReturnResolver> resolvers = ReturnResolver::new;
    private WalkerFactory walkers = StackWalker::new;
    private PerfOutput perf = new PerfOutput();
    private Helpers helpers = new Helpers();

    /** What puts hooks into functions. */
    public Patcher patcher() {
        return patcher;
    }

    /** Replaces what puts hooks into functions. */
    public Parts patcher(Patcher other) {
        patcher = other;
        return this;
    }

    /** What knows the functions and the probes on them. */
    public Registry registry() {
        return registry;
    }

    /** Replaces what knows the functions and the probes on them. */
    public Parts registry(Registry other) {
        registry = other;
        return this;
    }

    /** What decides on requests. */
    public AttachValidator validator() {
        return validator;
    }

    /** Replaces what decides on requests. */
    public Parts validator(AttachValidator other) {
        validator = other;
        return this;
    }

    /** What says that kretprobe is going. */
    public DeprecationNotice notice() {
        return notice;
    }

    /** Replaces what says that kretprobe is going. */
    public Parts notice(DeprecationNotice other) {
        notice = other;
        return this;
    }

    /** What decides who takes part in a hit. */
    public HitPolicy policy() {
        return policy;
    }

    /** Replaces what decides who takes part in a hit. */
    public Parts policy(HitPolicy other) {
        policy = other;
        return this;
    }

    /** What counts the hits of a probe; one per probe. */
    public Supplier<Counting> countings() {
        return countings;
    }

    /** Replaces what counts the hits of a probe; one per probe. */
    public Parts countings(Supplier<Counting> other) {
        countings = other;
        return this;
    }

    /** What keeps handlers from running inside themselves; one per task. */
    public Supplier<RecursionGuard> recursionGuards() {
        return recursionGuards;
    }

    /** Replaces what keeps handlers from running inside themselves; one per task. */
    public Parts recursionGuards(Supplier<RecursionGuard> other) {
        recursionGuards = other;
        return this;
    }

    /** What holds pending returns; one per task. */
    public Supplier<ShadowStack> shadowStacks() {
        return shadowStacks;
    }

    /** Replaces what holds pending returns; one per task. */
    public Parts shadowStacks(Supplier<ShadowStack> other) {
        shadowStacks = other;
        return this;
    }

    /** What holds a number of kretprobe instances; one per kretprobe. */
    public IntFunction<KretprobePool> kretprobePools() {
        return kretprobePools;
    }

    /** Replaces what holds a number of kretprobe instances; one per kretprobe. */
    public Parts kretprobePools(IntFunction<KretprobePool> other) {
        kretprobePools = other;
        return this;
    }

    /** What hands out entry data. */
    public EntryDataPool entryData() {
        return entryData;
    }

    /** Replaces what hands out entry data. */
    public Parts entryData(EntryDataPool other) {
        entryData = other;
        return this;
    }

    /** What orders the exits of one activation. */
    public ExitOrder exitOrder() {
        return exitOrder;
    }

    /** Replaces what orders the exits of one activation. */
    public Parts exitOrder(ExitOrder other) {
        exitOrder = other;
        return this;
    }

    /** What makes the contexts of programs, given how they are declared. */
    public Function<Declaration, ContextBuilder> contexts() {
        return contexts;
    }

    /** Replaces what makes the contexts of programs, given how they are declared. */
    public Parts contexts(Function<Declaration, ContextBuilder> other) {
        contexts = other;
        return this;
    }

    /** What finds true return addresses behind these trampolines. */
    public Function<Trampolines, ReturnResolver> resolvers() {
        return resolvers;
    }

    /** Replaces what finds true return addresses behind these trampolines. */
    public Parts resolvers(Function<Trampolines, ReturnResolver> other) {
        resolvers = other;
        return this;
    }

    /** What walks stacks. */
    public WalkerFactory walkers() {
        return walkers;
    }

    /** Replaces what walks stacks. */
    public Parts walkers(WalkerFactory other) {
        walkers = other;
        return this;
    }

    /** What makes samples. */
    public PerfOutput perf() {
        return perf;
    }

    /** Replaces what makes samples. */
    public Parts perf(PerfOutput other) {
        perf = other;
        return this;
    }

    /** What answers programs. */
    public Helpers helpers() {
        return helpers;
    }

    /** Replaces what answers programs. */
    public Parts helpers(Helpers other) {
        helpers = other;
        return this;
    }
}
