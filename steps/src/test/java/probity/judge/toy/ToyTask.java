package probity.judge.toy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import probity.spi.Action;
import probity.spi.Activation;
import probity.spi.Architecture;
import probity.spi.Bytes;
import probity.spi.CallResult;
import probity.spi.Ending;
import probity.spi.Point;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Side;

/** A task: what it still has to do, innermost first. Registers are made up but reproducible. */
final class ToyTask {
    /** One thing to do for a frame; says how the step ends if it ends here. */
    private record Job(ToyFrame frame, java.util.function.Supplier<Optional<Ending>> work) {}

    private static final List<String> KEPT = kept();
    private static final long STACK = 0xffff_8000_0800_0000L;

    final int id;
    int cpu;
    RegisterFile registers = RegisterFile.empty(Architecture.ARM64);
    private final ToyKernel kernel;
    private Deque<Job> jobs = new ArrayDeque<>();
    private boolean inHandler;
    private Bytes memory = Bytes.none();
    private Optional<RegisterFile> after = Optional.empty();

    ToyTask(ToyKernel kernel, int id) {
        this.kernel = kernel;
        this.id = id;
    }

    private static List<String> kept() {
        List<String> names = new ArrayList<>();
        for (int i = 18; i <= 29; i++) {
            names.add("x" + i);
        }
        names.add("sp");
        return names;
    }

    CallResult call(ToyFunction function, RegisterFile given) {
        registers = poisoned().with(given);
        registers = registers.with("sp", STACK - id * 0x10000L).with("x29", STACK + 0x100);
        registers = registers.with("pstate", 0x6000_03c5L);
        memory = Bytes.none();
        push(function, Optional.empty(), ToyFunction.ROOT, false);
        return goOn();
    }

    CallResult goOn() {
        after = Optional.empty();
        while (!jobs.isEmpty()) {
            Optional<Ending> ending = jobs.pop().work().get();
            if (ending.isPresent()) {
                return result(ending.get());
            }
        }
        return result(Ending.RETURNED);
    }

    void end() {
        jobs.clear();
    }

    Optional<ToyFrame> innermost() {
        return jobs.stream().map(Job::frame).findFirst();
    }

    /** Runs a call of a handler to its end. */
    CallResult callFromHandler(Action.Call call) {
        RegisterFile before = registers;
        Deque<Job> outer = jobs;
        boolean was = inHandler;
        Bytes written = memory;
        jobs = new ArrayDeque<>();
        inHandler = true;
        registers = registers.with(call.registers()).with("sp", registers.get("sp") - 0x1000);
        push(ToyFunction.of(call.function()), Optional.empty(), ToyKernel.TRAMPOLINE, true);
        CallResult result = goOn();
        jobs = outer;
        inHandler = was;
        memory = written;
        registers = before;
        after = Optional.empty();
        return result;
    }

    private CallResult result(Ending ending) {
        Optional<RegisterFile> shown = ending == Ending.RETURNED ? after : Optional.empty();
        return new CallResult(ending, shown, memory, "", List.of());
    }

    private RegisterFile poisoned() {
        RegisterFile.Builder all = RegisterFile.builder(Architecture.ARM64);
        for (String register : Architecture.ARM64.registers()) {
            all.set(register, mix(register.hashCode(), kernel.poison()));
        }
        return all.build();
    }

    private void push(
            ToyFunction function, Optional<ToyFrame> caller, long returnAddress, boolean nested) {
        ToyFrame frame = kernel.frame(this, function, caller, returnAddress, nested || inHandler);
        jobs.push(new Job(frame, () -> enter(frame)));
    }

    private Optional<Ending> enter(ToyFrame frame) {
        registers = registers.with("x30", frame.returnAddress);
        registers = registers.with("pc", frame.function.address());
        frame.points.put(Point.CALL, registers);
        List<Job> handlers = new ArrayList<>();
        for (ToyPending pending : kernel.arm(frame, this)) {
            if (pending.probe.probe.entry().isPresent()) {
                handlers.add(new Job(frame, handler(frame, pending, Side.ENTRY)));
            }
        }
        boolean hooked = !handlers.isEmpty();
        jobs.push(new Job(frame, () -> begin(frame, hooked)));
        for (int i = handlers.size() - 1; i >= 0; i--) {
            jobs.push(handlers.get(i));
        }
        return Optional.empty();
    }

    private java.util.function.Supplier<Optional<Ending>> handler(
            ToyFrame frame, ToyPending pending, Side side) {
        ToyHandler[] run = new ToyHandler[1];
        return new java.util.function.Supplier<>() {
            @Override
            public Optional<Ending> get() {
                if (run[0] == null) {
                    if (!kernel.starts(pending, side)) {
                        return Optional.empty();
                    }
                    run[0] = new ToyHandler(kernel, ToyTask.this, frame, pending, side);
                }
                if (!run[0].run()) {
                    jobs.push(new Job(frame, this));
                    return Optional.of(Ending.PARKED);
                }
                if (side == Side.EXIT) {
                    clobber(); // handlers are compiled code, and return hooks come one by one
                }
                return Optional.empty();
            }
        };
    }

    private void clobber() {
        for (int i = 9; i <= 17; i++) {
            registers = registers.with("x" + i, mix(i, ~kernel.poison()));
        }
        registers = registers.with("pstate", 0x8000_03c5L);
    }

    private Optional<Ending> begin(ToyFrame frame, boolean hooked) {
        if (hooked) {
            clobber();
        }
        registers = registers.with("pc", frame.function.target().resumeAddress());
        frame.points.put(Point.BODY, registers);
        frame.seed = mix(registers.get("x0"), (int) registers.get("x1"));
        frame.steps = frame.function.steps(registers.get("x0"));
        jobs.push(new Job(frame, () -> body(frame)));
        return Optional.empty();
    }

    private Optional<Ending> body(ToyFrame frame) {
        if (frame.next == frame.steps.size()) {
            return leave(frame);
        }
        ToyFunction.Step step = frame.steps.get(frame.next++);
        switch (step.op()) {
            case CALL -> {
                registers = registers.with("sp", registers.get("sp") - 0x40);
                registers = registers.with("x29", registers.get("sp"));
                registers = registers.with("x19", mix(frame.seed, 19));
                boolean recursive = frame.function == ToyFunction.RECURSIVE;
                long depth = frame.points.get(Point.BODY).get("x0");
                registers = registers.with("x0", recursive ? depth - 1 : mix(frame.seed, 1));
                jobs.push(new Job(frame, () -> body(frame)));
                long address = frame.function.returnAddress(frame.next);
                push(step.callee(), Optional.of(frame), address, frame.nested);
            }
            case TAIL -> {
                frame.end(Activation.End.TAIL_CALLED, kernel.position());
                registers = registers.with("x0", mix(frame.seed, 2));
                push(step.callee(), frame.caller, frame.returnAddress, frame.nested);
                ToyFrame successor = jobs.peek().frame();
                successor.tailCallers.add(frame);
                successor.tailCallers.addAll(frame.tailCallers);
                frame.successor = OptionalInt.of(successor.id);
            }
            case BLOCK -> {
                jobs.push(new Job(frame, () -> body(frame)));
                return Optional.of(Ending.BLOCKED);
            }
            default -> {
                return unwind(frame);
            }
        }
        return Optional.empty();
    }

    /** Goes back to the catcher; the frames in between never return. */
    private Optional<Ending> unwind(ToyFrame from) {
        from.end(Activation.End.UNWOUND, kernel.position());
        kernel.forget(from);
        while (!jobs.isEmpty() && jobs.peek().frame().function != ToyFunction.CATCHER) {
            ToyFrame left = jobs.pop().frame();
            left.end(Activation.End.UNWOUND, kernel.position());
            kernel.forget(left);
        }
        return jobs.isEmpty() ? Optional.of(Ending.NOT_RETURNED) : Optional.empty();
    }

    private Optional<Ending> leave(ToyFrame frame) {
        RegisterFile body = frame.points.get(Point.BODY);
        for (String register : KEPT) {
            registers = registers.with(register, body.find(register).orElseThrow());
        }
        registers = registers.with("x0", mix(frame.seed + registers.get("x0"), 3));
        registers = registers.with("x10", mix(frame.seed, 10));
        registers = registers.with("pc", frame.function.address() + 0x7c);
        if (frame.function == ToyFunction.INDIRECT) {
            byte[] written = new byte[16];
            java.util.Arrays.fill(written, (byte) frame.seed);
            memory = Bytes.of(written);
        }
        frame.points.put(Point.RETURN, registers.with("x30", frame.returnAddress));
        frame.end(Activation.End.RETURNED, kernel.position());
        jobs.push(new Job(frame, () -> back(frame)));
        List<ToyFrame> leaving = new ArrayList<>(List.of(frame));
        leaving.addAll(frame.tailCallers);
        for (int i = leaving.size() - 1; i >= 0; i--) {
            for (ToyPending pending : leaving.get(i).pending) {
                if (pending.probe.probe.exit().isPresent()) {
                    jobs.push(new Job(leaving.get(i), handler(leaving.get(i), pending, Side.EXIT)));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Ending> back(ToyFrame frame) {
        registers = registers.with("pc", frame.returnAddress);
        frame.points.put(Point.AFTER, registers);
        after = Optional.of(registers);
        kernel.forget(frame);
        frame.tailCallers.forEach(kernel::forget);
        return Optional.empty();
    }

    static long mix(long a, long b) {
        long z = a * 0x9e37_79b9_7f4a_7c15L + b;
        z = (z ^ z >>> 29) * 0xbf58_476d_1ce4_e5b9L;
        return z ^ z >>> 32;
    }

    static boolean hooksReturn(ToyProbe probe) {
        return probe.probe.exit().isPresent() && probe.probe.kind() != ProbeKind.KPROBE;
    }
}
