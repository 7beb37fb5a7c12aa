package probity.linux.bpf.handler;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import probity.linux.bpf.Program;
import probity.spi.Architecture;
import probity.spi.Bytes;
import probity.spi.RegisterFile;
import probity.spi.Sample;

/** What programs find around them: a context, maps and helpers that answer as they are told. */
final class FakeKernel implements Resolver {
    static final int LOG = 3;
    static final int SAMPLES = 4;
    static final int STACKS = 5;
    static final HandlerMaps MAPS = new HandlerMaps(LOG, SAMPLES, () -> STACKS);
    static final SessionCalls CALLS = new SessionCalls(71, 72);
    static final int PROCESS = 7;
    static final long TASK = 0x0000_0007_0000_0009L;
    static final long STRUCT_TASK = 0xffff_0000_1234_0000L;
    static final LogLayout LAYOUT = new LogLayout(4096, 3);

    final byte[] log = new byte[(int) LAYOUT.bytes()];
    final Map<SampleTag, Sample> samples = new TreeMap<>(FakeKernel::order);
    final List<Long> sampleFlags = new ArrayList<>();
    List<Long> fromContext = List.of(0x10L, 0x20L);
    List<Long> fromHere = List.of(0x5L, 0x10L, 0x20L);
    long stackId = 12;
    Optional<Long> failure = Optional.empty();
    boolean isReturn;
    long task = TASK;
    long time = 1000;
    Sample sample = new Sample(Sample.Mode.KERNEL, 0x10, List.of(0x10L), registers());

    private final byte[] cookie = new byte[8];
    private final FakeMemory memory = new FakeMemory();
    private final long logStart = memory.add("log", log, true);
    private final long cookieStart = memory.add("cookie", cookie, true);
    private final BpfInterpreter interpreter = new BpfInterpreter(memory);
    private long context;

    FakeKernel() {
        interpreter.helper(1, this::lookup);
        interpreter.helper(5, arguments -> time++);
        interpreter.helper(8, arguments -> 2);
        interpreter.helper(14, arguments -> task);
        interpreter.helper(25, this::output);
        interpreter.helper(27, arguments -> withContext(arguments, stackId));
        interpreter.helper(67, arguments -> walk(arguments, context, fromContext));
        interpreter.helper(141, arguments -> walk(arguments, STRUCT_TASK, fromHere));
        interpreter.helper(158, arguments -> STRUCT_TASK);
        interpreter.helper(173, arguments -> withContext(arguments, 0xffff_8000_8000_0000L));
        interpreter.helper(174, arguments -> withContext(arguments, -77));
        // the bytes above the bool are whatever the function left in the register
        interpreter.function(71, arguments -> withContext(arguments, isReturn ? 0x101 : 0x100));
        interpreter.function(72, arguments -> withContext(arguments, cookieStart));
    }

    /** What a map's file descriptor is replaced by. */
    static long map(int descriptor) {
        return 0x7000 + descriptor;
    }

    /** Registers that can be told apart. */
    static RegisterFile registers() {
        RegisterFile.Builder file = RegisterFile.builder(Architecture.ARM64);
        for (int i = 0; i < PtRegs.FIELDS.size(); i++) {
            file.set(PtRegs.FIELDS.get(i), 0xa500_0000_0000_0000L + i);
        }
        return file.build();
    }

    /** Runs the program of a handler once and returns its result. */
    long run(Compilation compilation) {
        ByteBuffer bytes = ByteBuffer.allocate(320).order(ByteOrder.LITTLE_ENDIAN);
        PtRegs.FIELDS.forEach(field -> bytes.putLong(registers().get(field)));
        context = memory.add("context", bytes.array(), false);
        Program program = ((Handler) compilation).program();
        return interpreter.run(program.bytes(), context);
    }

    private long lookup(BpfInterpreter.Arguments arguments) {
        expect(map(LOG), arguments.get(1));
        long key = memory.read(arguments.get(2), 4);
        return key < LAYOUT.entries() ? logStart + key * LAYOUT.slotSize() : 0;
    }

    private long output(BpfInterpreter.Arguments arguments) {
        expect(context, arguments.get(1));
        expect(map(SAMPLES), arguments.get(2));
        sampleFlags.add(arguments.get(3));
        if (failure.isPresent()) {
            return failure.get();
        }
        ByteBuffer raw = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < arguments.get(5); i += 4) {
            raw.putInt((int) memory.read(arguments.get(4) + i, 4));
        }
        samples.put(SampleTag.of(Bytes.of(raw.array())), sample);
        return 0;
    }

    private long walk(BpfInterpreter.Arguments arguments, long subject, List<Long> frames) {
        expect(subject, arguments.get(1));
        expect(0, arguments.get(4));
        if (failure.isPresent()) {
            return failure.get();
        }
        for (int i = 0; i < arguments.get(3) / 8; i++) {
            long frame = i < frames.size() ? frames.get(i) : 0;
            memory.write(arguments.get(2) + i * 8L, 8, frame);
        }
        return frames.size() * 8L;
    }

    private long withContext(BpfInterpreter.Arguments arguments, long result) {
        expect(context, arguments.get(1));
        return result;
    }

    private static void expect(long expected, long actual) {
        if (expected != actual) {
            throw new AssertionError(
                    "The helper got 0x%x where 0x%x is right.".formatted(actual, expected));
        }
    }

    private static int order(SampleTag one, SampleTag other) {
        return one.toString().compareTo(other.toString());
    }

    @Override
    public int task(LogRecord record) {
        return record.thread() - 9;
    }

    @Override
    public String function(LogRecord record) {
        return "f_%x".formatted(record.functionIp());
    }

    @Override
    public List<Long> stack(int id) {
        return id == 12 ? List.of(0x10L, 0x20L, 0L, 0L) : List.of();
    }

    @Override
    public Optional<Sample> sample(SampleTag tag) {
        return Optional.ofNullable(samples.get(tag));
    }
}
