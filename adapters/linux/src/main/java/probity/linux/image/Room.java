package probity.linux.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** How much room a disk has, for messages: programs say that it is full, but not which it is. */
public final class Room {
    private static final Pattern FULL =
            Pattern.compile("No space left on device|Disk quota exceeded|enough free space");

    private static final int MEGABYTE = 1_000_000;

    private Room() {}

    /** Whether somebody says that a disk is full. */
    static boolean isMissed(List<String> lines) {
        return lines.stream().anyMatch(line -> FULL.matcher(line).find());
    }

    /** What is left where a directory is, such as {@code 12 MB}. */
    public static String left(Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace() / MEGABYTE + " MB";
        } catch (IOException unknown) {
            return "an unknown amount";
        }
    }
}
