package probity.run;

import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Where the candidates are listed that help the kit's own tests. They stand in a folder of their
 * own, to be named by {@code probity.candidate.path}, so that a user's run does not know them.
 */
public final class HelperCandidates {
    private static final String FOLDER = "/probity/helpers";

    private HelperCandidates() {}

    /** The folder, as an element of a class path. */
    public static Path path() {
        try {
            return Path.of(HelperCandidates.class.getResource(FOLDER).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A loader that finds them, and all others. */
    public static ClassLoader loader() {
        try {
            URL[] urls = {path().toUri().toURL()};
            return new URLClassLoader(urls, HelperCandidates.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
