package probity.linux.wire;

import java.util.Objects;
import probity.spi.Bytes;

/**
 * One message on the line.
 *
 * @param sequence the host's number for the request, repeated by the answer; 0 in what the agent
 *     sends unasked
 * @param opcode what it is about
 * @param answer whether the agent sent it
 * @param worker the thread of the agent that it is for, or comes from
 * @param payload at most {@link #MOST_PAYLOAD} bytes
 */
public record Frame(int sequence, Opcode opcode, boolean answer, int worker, Bytes payload) {
    /** The longest payload, in bytes. */
    public static final int MOST_PAYLOAD = 1 << 16;

    public Frame {
        Objects.requireNonNull(opcode, "opcode");
        if (worker < 0 || worker > 0xffff) {
            throw new IllegalArgumentException("There can be no worker " + worker + ".");
        }
        if (payload.size() > MOST_PAYLOAD) {
            throw new IllegalArgumentException(
                    "A payload of %d bytes was to be sent; a frame has at most %d."
                            .formatted(payload.size(), MOST_PAYLOAD));
        }
    }

    /** A request to the agent. */
    public static Frame request(int sequence, Opcode opcode, int worker, Bytes payload) {
        return new Frame(sequence, opcode, false, worker, payload);
    }
}
