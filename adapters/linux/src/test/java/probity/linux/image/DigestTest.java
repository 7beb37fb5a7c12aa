package probity.linux.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestTest {
    /** From the catalogue of parametrised CRC algorithms: what "123456789" gives. */
    private static final String CHECK = "9-cbf43926e3069283";

    @TempDir Path directory;

    @Test
    void aFileIsToldByItsLengthAndTwoChecksums() throws Exception {
        assertThat(digest("123456789".getBytes("US-ASCII"))).isEqualTo(CHECK);
    }

    @Test
    void oneBitMakesAnotherFileWhereverItLies() throws Exception {
        byte[] content = new byte[200_000];
        String before = digest(content);
        for (int at : new int[] {0, 65_535, 65_536, 199_999}) {
            content[at] ^= 1;
            assertThat(digest(content)).isNotEqualTo(before);
            content[at] ^= 1;
        }
        assertThat(digest(content)).isEqualTo(before);
    }

    @Test
    void anEmptyFileIsNoFileOfZeros() throws Exception {
        assertThat(digest(new byte[0])).isNotEqualTo(digest(new byte[1]));
    }

    private String digest(byte[] content) throws IOException {
        return Digest.ofFile(Files.write(directory.resolve("content"), content));
    }
}
