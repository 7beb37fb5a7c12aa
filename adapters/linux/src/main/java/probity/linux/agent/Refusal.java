package probity.linux.agent;

import java.util.Optional;
import java.util.stream.Stream;

/** Why the agent did not serve a request, by its number in {@code wire.h}. */
public enum Refusal {
    BAD_MAGIC(1, "bytes that begin no frame"),
    BAD_LENGTH(2, "a length above the limit"),
    BAD_CHECKSUM(3, "a wrong checksum"),
    BAD_OPCODE(4, "an unknown opcode"),
    BAD_PAYLOAD(5, "a payload of the wrong size"),
    BAD_WORKER(6, "no such worker"),
    WORKER_BUSY(7, "the worker's last call has not ended"),
    BAD_ADDRESS(8, "an address that cannot be accessed"),
    FORBIDDEN(9, "a system call that would return twice");

    private final int number;
    private final String text;

    Refusal(int number, String text) {
        this.number = number;
        this.text = text;
    }

    static Optional<Refusal> of(int number) {
        return Stream.of(values()).filter(refusal -> refusal.number == number).findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
