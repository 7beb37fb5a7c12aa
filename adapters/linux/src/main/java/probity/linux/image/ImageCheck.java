package probity.linux.image;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import probity.spi.CandidateUnavailable;

/** Whether a file is a kernel for arm64, by the header that boot loaders read. */
final class ImageCheck {
    private static final int HEADER = 64;
    private static final int FLAGS_AT = 24;
    private static final int MAGIC_AT = 56;
    private static final int MAGIC = 0x644d_5241; // "ARM\x64", little endian
    private static final int BIG_ENDIAN = 1;

    /** What is given by mistake, by how it begins. */
    private static final List<Mistake> MISTAKES =
            List.of(
                    new Mistake("\u007fELF", "an ELF file; vmlinux is one"),
                    new Mistake("!<arch>", "a Debian package whose name does not end in .deb"),
                    new Mistake("\u00fd7zXZ", "a file that xz compressed"),
                    new Mistake("\u0028\u00b5\u002f\u00fd", "a file that zstd compressed"),
                    new Mistake("MZ", "a kernel or program for EFI, perhaps a compressed one"));

    private record Mistake(String begin, String what) {
        boolean isIn(byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1).startsWith(begin);
        }
    }

    private ImageCheck() {}

    /** Whether the file is compressed with gzip. */
    static boolean isCompressed(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return Arrays.equals(content.readNBytes(2), new byte[] {0x1f, (byte) 0x8b});
        }
    }

    /** Refuses what is no kernel for arm64, also behind gzip. */
    static void check(Path file) throws CandidateUnavailable {
        byte[] header;
        try (InputStream content = content(file)) {
            header = content.readNBytes(HEADER);
        } catch (IOException unreadable) {
            throw new CandidateUnavailable(ImageProblems.unreadable(file, unreadable));
        }
        ByteBuffer fields =
                ByteBuffer.wrap(Arrays.copyOf(header, HEADER)).order(ByteOrder.LITTLE_ENDIAN);
        if (fields.getInt(MAGIC_AT) != MAGIC) {
            byte[] begin = Arrays.copyOf(header, Math.min(header.length, 8));
            throw new CandidateUnavailable(ImageProblems.notArm64(file, begin, looksLike(header)));
        }
        if ((fields.getLong(FLAGS_AT) & BIG_ENDIAN) != 0) {
            throw new CandidateUnavailable(ImageProblems.bigEndian(file));
        }
    }

    private static InputStream content(Path file) throws IOException {
        return isCompressed(file)
                ? new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))
                : Files.newInputStream(file);
    }

    private static String looksLike(byte[] header) {
        if (header.length == 0) {
            return "an empty file";
        }
        return MISTAKES.stream()
                .filter(mistake -> mistake.isIn(header))
                .map(Mistake::what)
                .findFirst()
                .orElse("");
    }
}
