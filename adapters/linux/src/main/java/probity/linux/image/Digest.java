package probity.linux.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** What tells one content from another. */
public final class Digest {
    private static final int PIECE = 1 << 16;

    private Digest() {}

    /**
     * The length of a file and two checksums of it, CRC-32 and CRC-32C, in hexadecimal. Nobody
     * deceives a cache of their own, and a SHA-256 of a kernel takes half a second in a virtual
     * machine without its second compiler.
     */
    public static String ofFile(Path file) throws IOException {
        List<Checksum> checksums = List.of(new CRC32(), new CRC32C());
        long length = 0;
        byte[] piece = new byte[PIECE];
        try (InputStream content = Files.newInputStream(file)) {
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                length += read;
                for (Checksum checksum : checksums) {
                    checksum.update(piece, 0, read);
                }
            }
        }
        return "%x-%08x%08x"
                .formatted(length, checksums.get(0).getValue(), checksums.get(1).getValue());
    }

    /** The SHA-256 of bytes, in hexadecimal. */
    public static String sha256(byte[] content) {
        return HexFormat.of().formatHex(algorithm().digest(content));
    }

    private static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every JDK has it
        }
    }
}
