package probity.judge.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import probity.spi.Action;
import probity.spi.Architecture;
import probity.spi.Bytes;
import probity.spi.Event;
import probity.spi.FieldState;
import probity.spi.Helper;
import probity.spi.Observation;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.RegisterSet;
import probity.spi.Sample;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Walk;

/** One run of one handler; can stop in the middle and go on. */
final class ToyHandler {
    private final ToyKernel kernel;
    private final ToyTask task;
    private final ToyFrame frame;
    private final ToyPending pending;
    private final Side side;
    private final RegisterSet set;
    private final List<Action> actions;
    private final List<Observation> seen = new ArrayList<>();
    private final int event;
    private RegisterFile registers;
    private int next;

    ToyHandler(ToyKernel kernel, ToyTask task, ToyFrame frame, ToyPending pending, Side side) {
        this.kernel = kernel;
        this.task = task;
        this.frame = frame;
        this.pending = pending;
        this.side = side;
        this.set = kernel.description().set(pending.probe.probe.kind(), side).orElseThrow();
        this.actions = pending.probe.probe.script(side).orElseThrow().actions();
        this.registers = context(task.registers);
        this.event = kernel.reserveEvent();
        pending.probe.running.add(task);
    }

    /** Goes on until the script ends or parks; whether it has ended. */
    boolean run() {
        while (next < actions.size()) {
            Action action = actions.get(next++);
            if (action instanceof Action.Park) {
                return false;
            } else if (action instanceof Action.Fault) {
                seen.add(new Observation.Faulted("fault", "The handler was left."));
                break;
            }
            act(action);
        }
        pending.probe.running.remove(task);
        kernel.event(event, made());
        return true;
    }

    private void act(Action action) {
        if (action instanceof Action.Capture capture) {
            seen.add(new Observation.Captured(capture.label(), registers));
        } else if (action instanceof Action.Read read) {
            seen.add(
                    new Observation.ReadField(
                            read.label(), read.register(), registers.find(read.register())));
        } else if (action instanceof Action.Write write) {
            write(write);
        } else if (action instanceof Action.Sample sample) {
            Sample taken =
                    new Sample(
                            Sample.Mode.KERNEL,
                            registers.get("pc"),
                            stack(),
                            registers.only(sample.registers()));
            seen.add(new Observation.Sampled(sample.label(), 0, Optional.of(taken)));
        } else if (action instanceof Action.Walk walk) {
            List<Long> frames = new ArrayList<>(stack());
            if (walk.from() == Action.Walk.From.HERE) {
                frames.add(0, ToyKernel.TRAMPOLINE);
            }
            seen.add(new Observation.Walked(walk.label(), walk.from(), new Walk(frames)));
        } else if (action instanceof Action.Help help) {
            seen.add(new Observation.Helped(help.label(), help.helper(), 0, help(help.helper())));
        } else if (action instanceof Action.StoreData store) {
            store(store.offset(), store.value());
        } else if (action instanceof Action.StoreField store) {
            store(store.offset(), registers.find(store.register()).map(w -> w.low()).orElse(0L));
        } else if (action instanceof Action.LoadData load) {
            seen.add(new Observation.Loaded(load.label(), Bytes.of(pending.data)));
        } else if (action instanceof Action.Cancel) {
            pending.cancelled = true;
            pending.probe.cancelled++;
        } else if (action instanceof Action.Call call) {
            seen.add(
                    new Observation.Called(
                            call.label(), call.function(), task.callFromHandler(call)));
        }
    }

    private void write(Action.Write write) {
        boolean writable = set.writable().contains(write.register());
        if (writable) {
            registers = registers.with(write.register(), write.value());
            task.registers = task.registers.with(write.register(), write.value());
        }
        seen.add(new Observation.Wrote(write.label(), write.register(), writable ? 0 : -13));
    }

    private void store(int offset, long value) {
        for (int i = 0; i < Long.BYTES; i++) {
            pending.data[offset + i] = (byte) (value >>> 8 * i);
        }
    }

    private List<Long> help(Helper helper) {
        return switch (helper) {
            case GET_STACK, GET_STACKID -> stack();
            case GET_FUNC_IP -> List.of(frame.function.address());
            case GET_ATTACH_COOKIE -> {
                int index = pending.probe.probe.functions().indexOf(frame.function.symbol());
                List<Long> cookies = pending.probe.probe.cookies();
                yield List.of(cookies.isEmpty() ? 0L : cookies.get(index));
            }
        };
    }

    private List<Long> stack() {
        List<Long> frames = new ArrayList<>();
        if (side == Side.ENTRY) {
            frames.add(registers.get("pc"));
        }
        frames.addAll(frame.callers());
        int depth = kernel.description().limits().walkDepth();
        return frames.size() > depth ? frames.subList(0, depth) : frames;
    }

    /** The registers as the declared set shows them. */
    private RegisterFile context(RegisterFile now) {
        long pc = frame.returnAddress;
        if (side == Side.ENTRY) {
            boolean breakpoint = pending.probe.probe.kind() == ProbeKind.KPROBE;
            pc = breakpoint ? frame.function.address() : frame.function.target().resumeAddress();
        }
        RegisterFile all = now.with("pc", pc).with("x30", frame.returnAddress);
        RegisterFile shown = RegisterFile.empty(Architecture.ARM64);
        for (String register : Architecture.ARM64.registers()) {
            FieldState state = set.state(register);
            boolean general = !register.startsWith("v");
            if (state.isPopulated()) {
                shown = shown.with(register, all.find(register).orElseThrow());
            } else if (state.kind() == FieldState.Kind.CONSTANT) {
                shown = shown.with(register, state.value());
            } else if (set.kind() == SetKind.CONTEXT && general && kernel.readsZero()) {
                shown = shown.with(register, 0);
            }
        }
        return shown;
    }

    private Event made() {
        boolean site = pending.probe.probe.kind() != ProbeKind.KPROBE;
        return new Event(
                event,
                pending.probe.probe.name(),
                side,
                task.cpu,
                task.id,
                frame.function.symbol(),
                frame.nested,
                site ? OptionalLong.of(frame.function.target().entryIp()) : OptionalLong.empty(),
                site ? OptionalLong.of(frame.returnAddress) : OptionalLong.empty(),
                OptionalInt.of(pending.data.length),
                set.kind(),
                seen);
    }
}
