package probity.reference;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import probity.machine.Cpu;
import probity.machine.Memory;
import probity.machine.MemoryFault;
import probity.spi.Action;
import probity.spi.Architecture;
import probity.spi.Bytes;
import probity.spi.Observation;
import probity.spi.RegisterFile;
import probity.spi.Word;

/** One run of one handler's script, action by action. */
final class ScriptRun {
    /** Where a script stands. */
    enum Progress {
        DONE,
        CALLING,
        PARKED
    }

    private static final int EINVAL = 22;

    private final Kernel kernel;
    private final HandlerCall call;
    private final List<Action> actions;
    private final Context context;
    private ExecutionLog log;
    private EventRecord event;
    private int next;
    private int result;
    private boolean faulted;
    private NestedCall nested;

    /** Starts the handler: from now on it counts as run. */
    ScriptRun(Kernel kernel, HandlerCall call) {
        this.kernel = kernel;
        this.call = call;
        this.actions = call.probe().request().script(call.side()).orElseThrow().actions();
        this.context = kernel.open(call);
        this.log = kernel.log();
        this.event = log.event(call);
    }

    HandlerCall call() {
        return call;
    }

    /** What the handler returned. */
    int result() {
        return result;
    }

    /** Whether a fault has ended the handler. */
    boolean faulted() {
        return faulted;
    }

    /** Runs actions until the script ends, parks, or calls a function on this CPU. */
    Progress go(Cpu cpu) {
        try {
            while (next < actions.size()) {
                Action action = actions.get(next++);
                if (action instanceof Action.Park) {
                    return Progress.PARKED;
                }
                if (action instanceof Action.Call function) {
                    nested = NestedCall.start(kernel, call, function, cpu);
                    return Progress.CALLING;
                }
                perform(action);
            }
        } catch (MemoryFault fault) {
            faulted = true;
            String label = actions.get(next - 1).label();
            see(new Observation.Faulted(label, fault.getMessage()));
        }
        context.close();
        return Progress.DONE;
    }

    /** The called function has returned. */
    void returned(Cpu cpu) {
        see(nested.returned(cpu));
        nested = null;
    }

    /** The task ends, and this run with it. */
    void abandon() {
        context.close();
    }

    /** Notes what the handler saw, as an event of the plan that runs now. */
    private void see(Observation observation) {
        if (log != kernel.log()) { // the handler stopped in an earlier plan
            log = kernel.log();
            event = log.event(call);
        }
        event.add(observation);
    }

    private void perform(Action action) {
        if (action instanceof Action.Capture capture) {
            see(capture(capture.label()));
        } else if (action instanceof Action.Read read) {
            see(read(read));
        } else if (action instanceof Action.Write write) {
            see(write(write));
        } else if (action instanceof Action.Sample sample) {
            see(sample(sample));
        } else if (action instanceof Action.Walk walk) {
            see(walk(walk));
        } else if (action instanceof Action.Help help) {
            see(help(help));
        } else if (action instanceof Action.StoreData store) {
            store(store.offset(), store.value());
        } else if (action instanceof Action.StoreField store) {
            store(store.offset(), context.read(store.register()).orElse(0));
        } else if (action instanceof Action.LoadData load) {
            see(load(load));
        } else if (action instanceof Action.Cancel) {
            result = 1;
        } else if (action instanceof Action.Fault) {
            kernel.memory().readLong(AddressMap.UNMAPPED);
        } else {
            throw new IllegalStateException("There is no way to do " + action + ".");
        }
    }

    private Observation capture(String label) {
        RegisterFile.Builder file = RegisterFile.builder(Architecture.ARM64);
        for (String register : SetLayout.names()) {
            context.read(register).ifPresent(value -> file.set(register, value));
        }
        return new Observation.Captured(label, file.build());
    }

    private Observation read(Action.Read read) {
        OptionalLong value = context.read(read.register());
        Optional<Word> word =
                value.isPresent() ? Optional.of(Word.of(value.getAsLong())) : Optional.empty();
        return new Observation.ReadField(read.label(), read.register(), word);
    }

    private Observation write(Action.Write write) {
        boolean written = context.write(write.register(), write.value());
        return new Observation.Wrote(write.label(), write.register(), written ? 0 : -EINVAL);
    }

    private Observation sample(Action.Sample sample) {
        return new Observation.Sampled(
                sample.label(),
                0,
                Optional.of(kernel.perf().sample(context, stack(), sample.registers())));
    }

    private Observation walk(Action.Walk walk) {
        boolean fromContext = walk.from() == Action.Walk.From.CONTEXT;
        List<Long> frames =
                fromContext ? stack() : kernel.walks().fromHere(call.task(), call.here());
        return new Observation.Walked(walk.label(), walk.from(), new probity.spi.Walk(frames));
    }

    private Observation help(Action.Help help) {
        List<Long> values = kernel.helpers().answer(help.helper(), call, stack());
        return new Observation.Helped(help.label(), help.helper(), 0, values);
    }

    private List<Long> stack() {
        return kernel.walks().fromContext(call.task(), context);
    }

    private void store(int offset, long value) {
        kernel.memory().writeLong(call.data().orElseThrow().address() + offset, value);
    }

    private Observation load(Action.LoadData load) {
        Memory memory = kernel.memory();
        Bytes content =
                call.data()
                        .map(data -> Bytes.of(memory.read(data.address(), data.size())))
                        .orElse(Bytes.none());
        return new Observation.Loaded(load.label(), content);
    }
}
