package probity.linux.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What an agent sends after the first request, a line each: {@code text}, {@code hex}, {@code end}
 * of the line, or a {@code frame} as it should be but for what is given. The first line says what
 * becomes of the first calls: a result, or the code of a problem.
 */
record StreamFile(List<String> outcomes, List<String> sent) {
    private static final int MAGIC = 0x5942_5250;
    private static final int HEADER = 16;

    static StreamFile read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return new StreamFile(
                List.of(lines.get(0).split(", ")),
                lines.stream().skip(1).filter(line -> !line.startsWith("#")).toList());
    }

    void sendBy(FakeAgent agent) {
        for (String line : sent) {
            String rest = line.substring(Math.min(line.length(), line.indexOf(' ') + 1));
            if (line.equals("end")) {
                agent.end();
            } else if (line.startsWith("text ")) {
                agent.sendRaw(rest.getBytes(StandardCharsets.UTF_8));
            } else if (line.startsWith("hex ")) {
                agent.sendRaw(HexFormat.of().parseHex(rest.replace(" ", "")));
            } else if (line.startsWith("frame ")) {
                agent.sendRaw(frame(rest));
            } else {
                throw new IllegalArgumentException("No agent can send '" + line + "'.");
            }
        }
    }

    private static byte[] frame(String text) {
        Map<String, String> given =
                Stream.of(text.split(" "))
                        .map(word -> word.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        byte[] payload = HexFormat.of().parseHex(given.get("payload"));
        ByteBuffer frame = bare(given, payload);
        frame.putInt(frame.capacity() - Integer.BYTES, checksum(given, frame));
        return Arrays.copyOfRange(
                frame.array(),
                Integer.parseInt(given.getOrDefault("from", "0")),
                Integer.parseInt(given.getOrDefault("cut", "" + frame.capacity())));
    }

    private static ByteBuffer bare(Map<String, String> given, byte[] payload) {
        String length = given.getOrDefault("length", "" + payload.length);
        return ByteBuffer.allocate(HEADER + payload.length + Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(
                        given.containsKey("magic")
                                ? Integer.parseUnsignedInt(given.get("magic"), 16)
                                : MAGIC)
                .putInt(Integer.parseUnsignedInt(length))
                .putInt(Integer.parseInt(given.get("sequence")))
                .putShort(Short.parseShort(given.get("opcode"), 16))
                .putShort((short) 0)
                .put(payload);
    }

    private static int checksum(Map<String, String> given, ByteBuffer frame) {
        String wanted = given.getOrDefault("checksum", "right");
        if (wanted.startsWith("of-")) {
            byte[] other = HexFormat.of().parseHex(wanted.substring("of-".length()));
            return crc(bare(given, other));
        }
        return wanted.equals("right") ? crc(frame) : Integer.parseUnsignedInt(wanted, 16);
    }

    private static int crc(ByteBuffer frame) {
        CRC32 crc = new CRC32();
        crc.update(frame.array(), 0, frame.capacity() - Integer.BYTES);
        return (int) crc.getValue();
    }
}
