package probity.linux.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.linux.agent.SystemCalls;
import probity.linux.bpf.call.AttachType;
import probity.linux.bpf.handler.Compilation;
import probity.linux.bpf.handler.Handler;
import probity.linux.bpf.handler.HandlerCompiler;
import probity.linux.bpf.handler.NotExpressible;
import probity.linux.tracefs.ProbeEvent;
import probity.spi.AttachResult;
import probity.spi.Attached;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Side;

/** The probes of one instance: made into programs, attached, detached. */
final class Hooks {
    private final SystemCalls calls;
    private final BpfRequests bpf;
    private final Programs programs;
    private final TracefsEvents events;
    private final HandlerCompiler compiler;
    private final List<Handler> handlers = new ArrayList<>();
    private final Map<String, Hook> attached = new LinkedHashMap<>();
    private final Map<String, Long> addresses;
    private final List<Integer> rings;
    private boolean used;
    private int numbers;

    Hooks(
            SystemCalls calls,
            BpfRequests bpf,
            Programs programs,
            TracefsEvents events,
            HandlerCompiler compiler,
            Map<String, Long> addresses,
            List<Integer> rings) {
        this.calls = calls;
        this.bpf = bpf;
        this.programs = programs;
        this.events = events;
        this.compiler = compiler;
        this.addresses = addresses;
        this.rings = rings;
    }

    /** Every handler that there ever was, for who reads records. */
    List<Handler> handlers() {
        return List.copyOf(handlers);
    }

    /** The events on fprobes that are attached, whose hits are seen without a program. */
    List<FprobeEvent> fprobes() {
        return attached.values().stream().flatMap(hook -> hook.fprobes().stream()).toList();
    }

    Optional<Hook> find(String probe) {
        return Optional.ofNullable(attached.get(probe));
    }

    /** Whether nobody has asked for anything. */
    boolean unused() {
        return !used;
    }

    AttachResult attach(Probe probe) {
        used = true;
        HookBuilder builder = new HookBuilder(calls, bpf, programs, events, probe, addresses);
        try {
            build(probe, builder);
        } catch (RequestRefused no) {
            undo(builder.hook());
            return no.refused();
        } catch (RuntimeException broken) {
            undoAfter(broken, builder.hook());
            throw broken;
        }
        Hook hook = builder.hook();
        handlers.addAll(hook.handlers());
        attached.put(probe.name(), hook);
        return new Attached(Optional.empty());
    }

    private void build(Probe probe, HookBuilder builder) throws RequestRefused {
        if (probe.entry().isEmpty() && probe.exit().isEmpty()) {
            throw RequestRefused.invalid("Probe " + probe.name() + " has no handler.");
        }
        if (probe.kind() == ProbeKind.FPROBE) {
            watch(probe, builder);
            return;
        }
        if (probe.entryData() > 0) {
            throw RequestRefused.impossible(
                    "A BPF program has no entry data of a size that could be chosen.");
        }
        if (probe.kind() == ProbeKind.SESSION) {
            Handler handler = handler(compiler.compileSession(numbers++, probe));
            builder.link(handler, AttachType.SESSION, Side.ENTRY);
            return;
        }
        for (Side side : Side.values()) {
            if (probe.script(side).isPresent()) {
                Handler handler = handler(compiler.compile(numbers++, probe, side));
                switch (probe.kind()) {
                    case MULTI -> builder.link(handler, AttachType.MULTI, side);
                    case KPROBE -> builder.attachToEvents(handler, ProbeEvent.Kind.KPROBE);
                    case KRETPROBE -> builder.attachToEvents(handler, ProbeEvent.Kind.KRETPROBE);
                    default -> throw new IllegalStateException(probe + " has a program.");
                }
            }
        }
    }

    private void watch(Probe probe, HookBuilder builder) throws RequestRefused {
        Optional<NotExpressible> not = FprobeLimitations.of(probe);
        if (not.isPresent()) {
            throw RequestRefused.impossible(not.get().toString());
        }
        for (Side side : Side.values()) {
            if (probe.script(side).isPresent()) {
                builder.watch(side, rings);
            }
        }
    }

    private static Handler handler(Compilation compilation) throws RequestRefused {
        if (compilation instanceof NotExpressible not) {
            throw RequestRefused.impossible(not.toString());
        }
        return (Handler) compilation;
    }

    /** Detaches a probe that is attached. */
    void detach(String probe) {
        undo(attached.remove(probe));
    }

    void detachAll() {
        List.copyOf(attached.keySet()).forEach(this::detach);
    }

    /** What cannot be undone is told with the reason why it had to be. */
    private void undoAfter(RuntimeException broken, Hook hook) {
        try {
            undo(hook);
        } catch (RuntimeException notUndone) {
            broken.addSuppressed(notUndone);
        }
    }

    private void undo(Hook hook) {
        try {
            calls.closeAll(hook.descriptors());
        } finally {
            hook.events().forEach(events::release);
        }
    }
}
