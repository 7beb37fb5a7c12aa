package probity.linux.wire;

import java.util.Optional;
import java.util.stream.Stream;

/** What a frame asks for, or answers. */
public enum Opcode {
    /** Who is there; nothing → version, page size, buffer, workers, mounts. */
    HELLO(1),
    /** Reads the agent's memory; u64 address, u32 length → the bytes. */
    PEEK(2),
    /** Writes the agent's memory; u64 address, bytes → nothing. */
    POKE(3),
    /** Makes a system call; u64 number, six u64 arguments → s64 result. */
    CALL(4),
    /** Starts a worker; nothing → s64 thread id or a negative errno. */
    SPAWN(5),
    /** A request could not be served; only as an answer: u32 code, u64 detail. */
    ERROR(0x7f);

    private final int number;

    Opcode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static Optional<Opcode> of(int number) {
        return Stream.of(values()).filter(opcode -> opcode.number == number).findFirst();
    }
}
