package probity.reference;

import java.util.ArrayDeque;
import java.util.Deque;
import probity.machine.CpuState;
import probity.machine.Stack;
import probity.spi.Target;

/** A task: its stack, and what the hook core keeps per task. */
public final class Task {
    /** What a task is doing. */
    enum State {
        /** Has no call pending. */
        IDLE,
        /** Executes. */
        RUNNING,
        /** Gave its CPU away in the middle of a function. */
        BLOCKED,
        /** Stopped inside a handler, on its CPU. */
        PARKED,
        /** Has ended; its number may be used again. */
        ENDED,
        /** Cannot go on. */
        STUCK
    }

    private final int id;
    private final Stack stack;
    private final ShadowStack shadow;
    private final RecursionGuard guard;
    private final Deque<KretprobeInstance> instances = new ArrayDeque<>();
    private final Deque<HandlerRun> runs = new ArrayDeque<>();
    private final Deque<TrampolineVisit> visits = new ArrayDeque<>();
    private final Deque<LiveActivation> activations = new ArrayDeque<>();
    private State state = State.IDLE;
    private String detail = "";
    private CpuState saved;
    private int cpu;
    private PendingCall call;
    private Target callee;

    Task(int id, Stack stack, ShadowStack shadow, RecursionGuard guard) {
        this.id = id;
        this.stack = stack;
        this.shadow = shadow;
        this.guard = guard;
    }

    /** Its number in plans. */
    public int id() {
        return id;
    }

    /** Its stack. */
    public Stack stack() {
        return stack;
    }

    /** Its pending hooked returns. */
    public ShadowStack shadow() {
        return shadow;
    }

    /** Its pending kretprobe instances, innermost first. */
    public Deque<KretprobeInstance> instances() {
        return instances;
    }

    /** Which probes' handlers are running on it. */
    public RecursionGuard guard() {
        return guard;
    }

    /** The handlers in progress, innermost first. */
    Deque<HandlerRun> runs() {
        return runs;
    }

    /** The trampolines in progress, innermost first. */
    Deque<TrampolineVisit> visits() {
        return visits;
    }

    /** The functions in progress, innermost first. */
    Deque<LiveActivation> activations() {
        return activations;
    }

    State state() {
        return state;
    }

    /** Why it is stuck: a full sentence. */
    String detail() {
        return detail;
    }

    /** Begins or goes on to run. */
    void run(int onCpu) {
        cpu = onCpu;
        state = State.RUNNING;
    }

    /** Stops running. */
    void stop(State reason) {
        state = reason;
    }

    /** Stops running for good. */
    void stick(String why) {
        state = State.STUCK;
        detail = why;
    }

    /** The CPU that it runs on, or ran on last. */
    int cpu() {
        return cpu;
    }

    void move(int toCpu) {
        cpu = toCpu;
    }

    /** The registers of a task that is blocked or parked. */
    CpuState saved() {
        return saved;
    }

    void save(CpuState registers) {
        saved = registers;
    }

    /** The call of a plan that is in progress. */
    PendingCall call() {
        return call;
    }

    void call(PendingCall pending) {
        call = pending;
    }

    /** A function begins next that no instruction calls. */
    void calling(Target function) {
        callee = function;
    }

    /**
     * The function that begins next without an instruction that calls it; null if there is none.
     */
    Target callee() {
        return callee;
    }
}
