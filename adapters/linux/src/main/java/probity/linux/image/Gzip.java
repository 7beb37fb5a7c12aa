package probity.linux.image;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Files compressed with gzip. */
final class Gzip {
    private Gzip() {}

    /** Writes the content of one to another file. */
    static void expand(Path compressed, Path into) throws IOException {
        try (InputStream content =
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(compressed)))) {
            Files.copy(content, into);
        }
    }
}
