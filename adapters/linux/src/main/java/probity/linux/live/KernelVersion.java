package probity.linux.live;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which kernel it is, from uname(2). */
final class KernelVersion {
    private static final Pattern PACKAGED = Pattern.compile("\\bDebian (\\S+)");
    private static final int RELEASE = 2;
    private static final int VERSION = 3;

    private KernelVersion() {}

    /**
     * The release. Debian keeps that over several versions of a package, and tells the exact one.
     *
     * @param uname the fields of uname(2): system, node, release, version, machine, domain
     */
    static String of(List<String> uname) {
        Matcher packaged = PACKAGED.matcher(uname.get(VERSION));
        String release = uname.get(RELEASE);
        return packaged.find() ? release + " (Debian " + packaged.group(1) + ")" : release;
    }
}
