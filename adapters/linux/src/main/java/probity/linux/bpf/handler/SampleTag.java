package probity.linux.bpf.handler;

import probity.linux.abi.MalformedException;
import probity.spi.Bytes;

/**
 * What a handler attaches to a perf sample, so that it can be told which action emitted it.
 *
 * @param sequence the hit's number in the log
 * @param handler the handler's id
 * @param action the action's position in the script
 */
public record SampleTag(long sequence, int handler, int action) {
    static final int SEQUENCE = 0;
    static final int HANDLER = 8;
    static final int ACTION = 12;
    static final int SIZE = 16;

    /**
     * The tag in a sample's raw data, which the kernel pads at its end.
     *
     * @throws MalformedException if the data is too short to be one
     */
    public static SampleTag of(Bytes raw) {
        if (raw.size() < SIZE) {
            throw new MalformedException(
                    "The raw data of a sample has %d bytes, but a handler attaches %d."
                            .formatted(raw.size(), SIZE));
        }
        long second = raw.longAt(HANDLER);
        return new SampleTag(raw.longAt(SEQUENCE), (int) second, (int) (second >>> Integer.SIZE));
    }
}
