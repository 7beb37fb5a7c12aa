package probity.linux.guest;

import java.nio.file.Path;

/** What QEMU hands to a shell. */
final class Shell {
    private Shell() {}

    /** A path as one word of a command, whatever its characters are. */
    static String quoted(Path path) {
        return "'" + path.toAbsolutePath().toString().replace("'", "'\\''") + "'";
    }
}
