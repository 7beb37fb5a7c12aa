package probity.machine.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import probity.machine.Cpu;
import probity.machine.Machine;
import probity.machine.Permission;
import probity.machine.Stop;

/** Loops without callbacks, in instructions per microsecond, with the trace on as always. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TightLoopBench {
    private static final int INSTRUCTIONS = 1_000_000;
    private static final long COUNT_DOWN = 0x10000;
    private static final long SUM_UP = 0x11000;
    private static final long DATA = 0x20000;

    private final Cpu cpu;
    private final Machine machine = new Machine(1);

    public TightLoopBench() {
        text(
                COUNT_DOWN,
                0x91000421, // add x1, x1, #1
                0xf1000400, // subs x0, x0, #1
                0x54ffffc1, // b.ne -8
                0x17fffffd); // b -12
        text(
                SUM_UP,
                0x927c2d44, // and x4, x10, #0xfff0
                0xf8646843, // ldr x3, [x2, x4]
                0x8b030021, // add x1, x1, x3
                0xf9000041, // str x1, [x2]
                0x9100414a, // add x10, x10, #16
                0x17fffffb); // b -20
        machine.memory().map("data", DATA, 0x10000, Permission.READ, Permission.WRITE);
        cpu = machine.cpu(0);
        cpu.x(2, DATA);
    }

    private void text(long at, int... words) {
        ByteBuffer code = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        code.asIntBuffer().put(words);
        machine.memory().map("text", at, 0x1000, Permission.READ, Permission.EXECUTE);
        machine.memory().patch(at, code.array());
    }

    @Benchmark
    @OperationsPerInvocation(INSTRUCTIONS)
    public Stop countDown() {
        return run(COUNT_DOWN);
    }

    @Benchmark
    @OperationsPerInvocation(INSTRUCTIONS)
    public Stop loadsAndStores() {
        return run(SUM_UP);
    }

    private Stop run(long at) {
        cpu.pc(at);
        Stop stop = machine.run(cpu, INSTRUCTIONS);
        if (!(stop instanceof Stop.Budget)) {
            throw new IllegalStateException(stop.text());
        }
        return stop;
    }
}
