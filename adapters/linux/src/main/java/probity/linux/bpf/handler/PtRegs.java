package probity.linux.bpf.handler;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import probity.spi.Architecture;
import probity.spi.RegisterFile;

/** The part of arm64's {@code struct pt_regs} that is the same in every kernel: 34 words. */
final class PtRegs {
    /** In the order in which they stand there, 8 bytes each. */
    static final List<String> FIELDS =
            Stream.concat(
                            IntStream.rangeClosed(0, 30).mapToObj(number -> "x" + number),
                            Stream.of("sp", "pc", "pstate"))
                    .toList();

    /** In bytes. */
    static final int SIZE = FIELDS.size() * Long.BYTES;

    private PtRegs() {}

    /** The offset of a field in bytes, if it is one. */
    static OptionalInt offset(String register) {
        int index = FIELDS.indexOf(register);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index * Long.BYTES);
    }

    /** All fields, from bytes that start at the buffer's position. */
    static RegisterFile read(ByteBuffer bytes) {
        RegisterFile.Builder file = RegisterFile.builder(Architecture.ARM64);
        ByteBuffer words = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        FIELDS.forEach(field -> file.set(field, words.getLong()));
        return file.build();
    }
}
