package probity.linux.perf;

import java.util.ArrayList;
import java.util.List;
import probity.linux.abi.MalformedException;
import probity.spi.Architecture;
import probity.spi.Bytes;
import probity.spi.RegisterFile;
import probity.spi.Sample;

/** What a sample holds, and in which order: that of perf_event_open(2). */
final class SampleFormat {
    /** {@code sample_type}: IP, TID, TIME, CALLCHAIN, RAW and REGS_INTR. */
    static final long TYPE = 1 | 1 << 1 | 1 << 2 | 1 << 5 | 1 << 10 | 1 << 18;

    /** Which bits of misc tell the mode. */
    private static final int MODE = 7;

    private static final int KERNEL = 1;
    private static final int USER = 2;

    /** Addresses from here up are none, but say whose frames follow. */
    private static final long FIRST_MARKER = -4095;

    private static final int NO_REGISTERS = 0;
    private static final int REGISTERS_64 = 2;

    private SampleFormat() {}

    static PerfRecord.Sampled read(int misc, Cursor body) {
        long ip = body.number("ip");
        int process = body.word("process id");
        int thread = body.word("thread id");
        long time = body.number("time");
        List<Long> chain = chain(body);
        byte[] raw = body.bytes("raw data", Integer.toUnsignedLong(body.word("raw data")));
        RegisterFile registers = registers(body);
        if (body.left() > 0) {
            throw new MalformedException(
                    "A sample goes on for %d bytes after its registers.".formatted(body.left()));
        }
        Sample sample = new Sample(mode(misc), ip, chain, registers);
        return new PerfRecord.Sampled(process, thread, time, sample, Bytes.of(raw));
    }

    private static Sample.Mode mode(int misc) {
        return switch (misc & MODE) {
            case KERNEL -> Sample.Mode.KERNEL;
            case USER -> Sample.Mode.USER;
            default ->
                    throw new MalformedException(
                            ("A sample says that it was taken in mode %d, which is neither kernel"
                                            + " (1) nor user (2).")
                                    .formatted(misc & MODE));
        };
    }

    private static List<Long> chain(Cursor body) {
        long count = body.number("call chain");
        // dividing, because eight times a count that makes no sense may make some
        if (Long.compareUnsigned(count, body.left() / Long.BYTES) > 0) {
            throw new MalformedException(
                    "A sample's call chain has %s entries, but the record has %d bytes left."
                            .formatted(Long.toUnsignedString(count), body.left()));
        }
        List<Long> frames = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            long frame = body.number("call chain");
            if (Long.compareUnsigned(frame, FIRST_MARKER) < 0) {
                frames.add(frame);
            }
        }
        return frames;
    }

    private static RegisterFile registers(Cursor body) {
        long abi = body.number("registers");
        RegisterFile.Builder file = RegisterFile.builder(Architecture.ARM64);
        if (abi == REGISTERS_64) {
            PerfRegisters.NAMES.forEach(name -> file.set(name, body.number("registers")));
        } else if (abi != NO_REGISTERS) {
            throw new MalformedException(
                    "A sample has registers of kind %d; those of arm64 are kind 2.".formatted(abi));
        }
        return file.build();
    }
}
