package probity.linux.perf;

import java.util.ArrayList;
import java.util.List;
import probity.linux.abi.MalformedException;
import probity.linux.perf.PerfRecord.Lost;
import probity.linux.perf.PerfRecord.Other;

/** Reads the records of a ring buffer, whose end goes on at its start. */
public final class RingBuffer {
    private static final int HEAD = 8;

    /** {@code PERF_RECORD_LOST}: an id, then the count. */
    private static final int LOST = 2;

    private static final int SAMPLE = 9;

    private RingBuffer() {}

    /**
     * All records that have not been read yet, oldest first.
     *
     * @param control the control page, read before the data
     * @param data the whole buffer
     * @throws MalformedException if it holds anything else
     */
    public static List<PerfRecord> unread(ControlPage control, byte[] data) {
        if (data.length != control.dataSize()) {
            throw new MalformedException(
                    "The ring buffer has %d bytes, but %d were read."
                            .formatted(control.dataSize(), data.length));
        }
        byte[] bytes = unwrapped(control, data);
        List<PerfRecord> records = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            Cursor head = new Cursor(bytes, at, Math.min(at + HEAD, bytes.length));
            int type = head.word("type");
            int misc = head.half("misc");
            int size = head.half("size");
            if (size < HEAD || size % Long.BYTES != 0 || size > bytes.length - at) {
                throw new MalformedException(
                        "A record of the ring buffer has %d bytes, where %d are left."
                                .formatted(size, bytes.length - at));
            }
            records.add(record(type, misc, new Cursor(bytes, at + HEAD, at + size)));
            at += size;
        }
        return records;
    }

    private static PerfRecord record(int type, int misc, Cursor body) {
        switch (type) {
            case SAMPLE -> {
                return SampleFormat.read(misc, body);
            }
            case LOST -> {
                body.number("id");
                return new Lost(body.number("count"));
            }
            default -> {
                return new Other(type, HEAD + body.left());
            }
        }
    }

    private static byte[] unwrapped(ControlPage control, byte[] data) {
        byte[] bytes = new byte[control.unread()];
        int start = (int) (control.tail() & (data.length - 1));
        int first = Math.min(bytes.length, data.length - start);
        System.arraycopy(data, start, bytes, 0, first);
        System.arraycopy(data, 0, bytes, first, bytes.length - first);
        return bytes;
    }
}
