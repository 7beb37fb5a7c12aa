package probity.linux.bpf.handler;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import probity.linux.abi.MalformedException;
import probity.spi.Bytes;
import probity.spi.Side;

/** Finds the records in the bytes of the log's map. */
public final class LogReader {
    private final LogLayout layout;
    private final Map<Integer, Handler> handlers = new TreeMap<>();

    /**
     * A reader.
     *
     * @param layout the log's dimensions
     * @param handlers all that wrote to it
     */
    public LogReader(LogLayout layout, List<Handler> handlers) {
        this.layout = layout;
        handlers.forEach(handler -> this.handlers.put(handler.id(), handler));
    }

    /** How often handlers were hit, which is the first word of the map. */
    public static long hits(byte[] map) {
        if (map.length < Long.BYTES) {
            throw new MalformedException(
                    "The log's counter takes 8 bytes, but %d were read.".formatted(map.length));
        }
        return ByteBuffer.wrap(map).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
    }

    /**
     * Reads all records.
     *
     * @param map the map's values one after the other, at least {@link LogLayout#used} of them
     * @throws MalformedException if they are no log
     */
    public Log read(byte[] map) {
        long hits = hits(map);
        if (hits < 0) {
            throw new MalformedException("The log counts %d hits.".formatted(hits));
        }
        if (map.length < layout.used(hits)) {
            throw new MalformedException(
                    "The log has %d hits in %d bytes, but only %d were read."
                            .formatted(hits, layout.used(hits), map.length));
        }
        int there = (int) Math.min(hits, layout.capacity());
        List<LogRecord> records = new ArrayList<>(there);
        for (int i = 0; i < there; i++) {
            int start = (i + 1) * layout.slotSize();
            records.add(record(i, Arrays.copyOfRange(map, start, start + layout.slotSize())));
        }
        return new Log(records, hits - there);
    }

    private LogRecord record(int number, byte[] content) {
        ByteBuffer slot = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int state = slot.getInt(RecordHeader.STATE);
        if (state != RecordHeader.BEGUN && state != RecordHeader.COMPLETE) {
            throw new MalformedException(
                    "Record %d of the log was counted but never begun: its state is %d."
                            .formatted(number, state));
        }
        long sequence = slot.getLong(RecordHeader.SEQUENCE);
        if (sequence != number) {
            throw new MalformedException(
                    "Record %d of the log says that it is number %d.".formatted(number, sequence));
        }
        Handler handler = handlers.get(slot.getInt(RecordHeader.HANDLER));
        if (handler == null) {
            throw new MalformedException(
                    "Record %d of the log is by handler %d, which there is not."
                            .formatted(number, slot.getInt(RecordHeader.HANDLER)));
        }
        return new LogRecord(
                sequence,
                handler,
                side(number, handler, slot.getInt(RecordHeader.SIDE)),
                slot.getLong(RecordHeader.TASK),
                slot.getInt(RecordHeader.CPU),
                slot.getLong(RecordHeader.FUNCTION_IP),
                slot.getLong(RecordHeader.ATTACH_COOKIE),
                slot.getLong(RecordHeader.TIME),
                state == RecordHeader.COMPLETE,
                Bytes.of(content));
    }

    private static Side side(int number, Handler handler, int ordinal) {
        return handler.sides().stream()
                .filter(side -> side.ordinal() == ordinal)
                .findFirst()
                .orElseThrow(
                        () ->
                                new MalformedException(
                                        ("Record %d of the log is of side %d, where probe %s has no"
                                                        + " script.")
                                                .formatted(number, ordinal, handler.probe())));
    }
}
