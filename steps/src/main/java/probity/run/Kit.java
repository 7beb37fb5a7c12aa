package probity.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the kit knows of itself. */
final class Kit {
    private static final String FILE = "/probity/kit.properties";

    private Kit() {}

    /** The kit's version, as the build wrote it. */
    static String version() {
        Properties properties = new Properties();
        try (InputStream in = Kit.class.getResourceAsStream(FILE)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
        return properties.getProperty("version");
    }
}
