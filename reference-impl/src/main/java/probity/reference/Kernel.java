package probity.reference;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import probity.machine.Cpu;
import probity.machine.Machine;
import probity.machine.Memory;
import probity.spi.Description;
import probity.spi.ProbeKind;
import probity.spi.RegisterSet;
import probity.spi.Side;

/** The hook core's parts, wired together, and what the handlers of all trampolines share. */
final class Kernel {
    private final Machine machine;
    private final Trampolines trampolines;
    private final Optional<SetLayout> exitForHandlers;
    private final Description description;
    private final Parts parts;
    private final Tasks tasks;
    private final ContextBuilder contexts;
    private final PendingReturns returns;
    private final ReturnResolver resolver;
    private final Walks walks;
    private final StepSlots slots;
    private final Poison clobber;
    private final Poison nested;

    Kernel(
            Machine machine,
            TargetImage program,
            Declaration declaration,
            Description description,
            Parts parts,
            Tasks tasks,
            long seed) {
        this.machine = machine;
        this.trampolines = declaration.trampolines();
        this.exitForHandlers = trampolines.exitForHandlers();
        this.description = description;
        this.parts = parts;
        this.tasks = tasks;
        Memory memory = machine.memory();
        parts.registry().prepare(program.index());
        parts.patcher().prepare(memory, trampolines.entryAddress());
        parts.entryData().prepare(memory, new Poison(seed, AddressMap.ENTRY_DATA));
        returns = new PendingReturns(parts.entryData(), tasks);
        contexts = parts.contexts().apply(declaration);
        contexts.prepare(memory, seed);
        resolver = parts.resolvers().apply(trampolines);
        walks = new Walks(parts.walkers().create(memory, trampolines, resolver), parts.registry());
        slots = new StepSlots(memory);
        clobber = new Poison(AddressMap.TRAMPOLINES, 0); // compiled code, the same in every run
        nested = new Poison(seed, AddressMap.NESTED_RETURN);
    }

    Memory memory() {
        return machine.memory();
    }

    Trampolines trampolines() {
        return trampolines;
    }

    /** How handlers read the set of {@code hook_return}. */
    SetLayout exitForHandlers() {
        return exitForHandlers.orElseThrow();
    }

    Registry registry() {
        return parts.registry();
    }

    HitPolicy policy() {
        return parts.policy();
    }

    ExitOrder exitOrder() {
        return parts.exitOrder();
    }

    PerfOutput perf() {
        return parts.perf();
    }

    Helpers helpers() {
        return parts.helpers();
    }

    PendingReturns returns() {
        return returns;
    }

    Walks walks() {
        return walks;
    }

    ExecutionLog log() {
        return tasks.log();
    }

    /** For functions that handlers call. */
    Poison nestedPoison() {
        return nested;
    }

    /** What a handler leaves of the caller-saved registers. */
    void clobber(Cpu cpu) {
        Registers.clobber(cpu, clobber);
    }

    long returnTrampoline() {
        return trampolines.returnAddress().orElseThrow();
    }

    long kretprobeTrampoline() {
        return trampolines.kretprobeAddress().orElseThrow();
    }

    /** The function whose site a trampoline was called from. */
    Site site(long entryIp, TrampolineVisit visit) {
        // Where x0 is wrong, the handlers still run, and show what they were given.
        return registry()
                .atEntryIp(entryIp)
                .or(() -> registry().atEntryIp(visit.link() - Integer.BYTES))
                .orElseThrow(
                        () ->
                                new KernelPanic(
                                        "hook_entry was called with entry ip 0x%x, where no site is."
                                                .formatted(entryIp)));
    }

    /** What a handler gets as its registers. */
    Context open(HandlerCall call) {
        ProbeKind kind = call.probe().kind();
        if (kind == ProbeKind.MULTI || kind == ProbeKind.SESSION) {
            return contexts.open(call);
        }
        return new SetContext(call.set(), declared(kind, call.side()), OptionalLong.empty());
    }

    RegisterSet declared(ProbeKind kind, Side side) {
        return description.set(kind, side).orElseThrow();
    }

    /** The address in the caller that a link register stands for, in a function called at sp. */
    long trueReturn(Task task, long link, long sp) {
        return resolver.resolve(task, link, pending -> pending.sp() == sp).orElse(link);
    }

    /** The task has ended, whatever is pending on its stack. */
    void ended(Task task) {
        task.runs().forEach(run -> run.script().ifPresent(ScriptRun::abandon));
        task.runs().clear();
        task.visits().clear();
        task.guard().clear();
        returns.ended(task);
    }

    /** Executes the instruction that a breakpoint displaced, elsewhere. */
    void step(Cpu cpu, Site site) {
        slots.step(cpu, site, parts.patcher().displaced(site));
    }

    /** Goes on after the displaced instruction. */
    boolean stepped(Cpu cpu) {
        return slots.stepped(cpu);
    }

    /** Puts the probe's functions in order after a change. */
    void patch(List<Site> sites) {
        sites.forEach(parts.patcher()::update);
    }
}
