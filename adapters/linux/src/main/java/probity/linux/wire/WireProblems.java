package probity.linux.wire;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import probity.spi.Diagnostic;

/** What can be wrong with the bytes that the agent sends. */
final class WireProblems {
    private static final String FOREIGN =
            "Something else than the agent writes to the line, or the guest's memory is damaged.";

    private WireProblems() {}

    static Diagnostic badMagic(byte[] begin) {
        String text = new String(begin, StandardCharsets.ISO_8859_1);
        return problem(
                "wire-magic",
                "The agent's next frame begins with %s (\"%s\") instead of its magic PRBY."
                        .formatted(
                                HexFormat.ofDelimiter(" ").formatHex(begin),
                                text.replaceAll("[^ -~]", ".")));
    }

    static Diagnostic badLength(int length) {
        return problem(
                "wire-length",
                "The agent announces a payload of %s bytes; a frame has at most %d."
                        .formatted(Integer.toUnsignedString(length), Frame.MOST_PAYLOAD));
    }

    static Diagnostic badChecksum(int sent, int computed) {
        return problem(
                "wire-checksum",
                "A frame of the agent has the checksum 0x%08x, but its bytes have 0x%08x."
                        .formatted(sent, computed));
    }

    static Diagnostic badOpcode(int opcode) {
        return problem(
                "wire-opcode",
                "The agent sent a frame with the opcode 0x%x, which is no answer that it gives."
                        .formatted(opcode));
    }

    static Diagnostic truncated(int have, int size) {
        return problem(
                "wire-truncated",
                "The line ended after %d of the %d bytes of a frame.".formatted(have, size));
    }

    private static Diagnostic problem(String code, String message) {
        return new Diagnostic(code, message, List.of(), FOREIGN);
    }
}
