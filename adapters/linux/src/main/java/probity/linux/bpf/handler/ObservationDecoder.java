package probity.linux.bpf.handler;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import probity.linux.abi.LittleEndian;
import probity.linux.abi.MalformedException;
import probity.linux.bpf.handler.RecordLayout.Place;
import probity.spi.Action;
import probity.spi.Bytes;
import probity.spi.Observation;
import probity.spi.Observation.Captured;
import probity.spi.Observation.Helped;
import probity.spi.Observation.Loaded;
import probity.spi.Observation.ReadField;
import probity.spi.Observation.Sampled;
import probity.spi.Observation.Walked;
import probity.spi.Observation.Wrote;
import probity.spi.Sample;
import probity.spi.Walk;
import probity.spi.Word;

/** Reads from a record what one action saw. */
final class ObservationDecoder {
    /** The largest errno; the numbers above it, negated, are results. */
    private static final int MAX_ERRNO = 4095;

    private final LogRecord record;
    private final Resolver resolver;
    private final byte[] bytes;
    private final ByteBuffer words;

    ObservationDecoder(LogRecord record, Resolver resolver) {
        this.record = record;
        this.resolver = resolver;
        this.bytes = record.content().toArray();
        this.words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What the action saw; empty for one that shows nothing. */
    Optional<Observation> decode(Place place) {
        Action action = place.action();
        int at = place.offset();
        if (action instanceof Action.Capture capture) {
            words.position(at);
            return Optional.of(new Captured(capture.label(), PtRegs.read(words)));
        } else if (action instanceof Action.Read read) {
            Word value = Word.of(words.getLong(at));
            return Optional.of(new ReadField(read.label(), read.register(), Optional.of(value)));
        } else if (action instanceof Action.Write write) {
            // the kernel let the program run, so it accepted the store
            return Optional.of(new Wrote(write.label(), write.register(), 0));
        } else if (action instanceof Action.Sample sample) {
            return Optional.of(sampled(sample, place));
        } else if (action instanceof Action.Walk walk) {
            return Optional.of(new Walked(walk.label(), walk.from(), new Walk(frames(at))));
        } else if (action instanceof Action.Help help) {
            return Optional.of(helped(help, at));
        } else if (action instanceof Action.LoadData load) {
            int size = EntryData.size(record.handler().kind());
            return Optional.of(
                    new Loaded(load.label(), Bytes.of(Arrays.copyOfRange(bytes, at, at + size))));
        }
        return Optional.empty();
    }

    private Sampled sampled(Action.Sample action, Place place) {
        SampleTag tag = new SampleTag(record.sequence(), record.handler().id(), place.index());
        Optional<Sample> sample =
                resolver.sample(tag)
                        .map(
                                found ->
                                        new Sample(
                                                found.mode(),
                                                found.ip(),
                                                found.callChain(),
                                                found.registers().only(action.registers())));
        return new Sampled(action.label(), code(place.offset()), sample);
    }

    private Helped helped(Action.Help help, int at) {
        return switch (help.helper()) {
            case GET_STACK -> helped(help, at, () -> frames(at));
            case GET_STACKID -> helped(help, at, () -> stack((int) words.getLong(at)));
            // an address or a cookie is any number, so none of them is an error
            case GET_FUNC_IP, GET_ATTACH_COOKIE ->
                    new Helped(help.label(), help.helper(), 0, List.of(words.getLong(at)));
        };
    }

    private Helped helped(Action.Help help, int at, Supplier<List<Long>> values) {
        int code = code(at);
        return new Helped(help.label(), help.helper(), code, code < 0 ? List.of() : values.get());
    }

    /** The frames that a walk left; none where it failed. */
    private List<Long> frames(int at) {
        long result = words.getLong(at);
        if (code(at) < 0) {
            return List.of();
        }
        if (result > RecordLayout.WALK || result % Long.BYTES != 0) {
            throw new MalformedException(
                    ("A walk in record %d says that it took %d bytes; it has room"
                                    + " for %d, in words of 8.")
                            .formatted(record.sequence(), result, RecordLayout.WALK));
        }
        int start = at + RecordLayout.RESULT;
        return LittleEndian.words(Arrays.copyOfRange(bytes, start, start + (int) result));
    }

    /** The map's values have a fixed size, so a shorter stack ends with zeros. */
    private List<Long> stack(int id) {
        List<Long> frames = resolver.stack(id);
        int end = frames.indexOf(0L);
        return end < 0 ? frames : frames.subList(0, end);
    }

    /** A helper's result as 0 or a negative errno. */
    private int code(int at) {
        long result = words.getLong(at);
        if (result < -MAX_ERRNO) {
            throw new MalformedException(
                    "A helper in record %d returned %d, which is no errno."
                            .formatted(record.sequence(), result));
        }
        return (int) Math.min(result, 0);
    }
}
