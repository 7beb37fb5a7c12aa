package probity.linux.image;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A package of Debian's archive that has a kernel.
 *
 * @param name its name
 * @param version its version
 */
record KernelPackage(String name, DebianVersion version) {
    /** Without the packages of debugging symbols, and those from before Debian's signature. */
    private static final Pattern KERNEL =
            Pattern.compile("linux-(image|binary)-(?!unsigned)[0-9].*(?<!-dbg)(?<!-unsigned)");

    /** The flavour with the drivers of virtual machines built in. */
    private static final String CLOUD = "-cloud-arm64";

    /** Since 6.19 a linux-image of the same version has no kernel, but needs the linux-binary. */
    private static final Comparator<KernelPackage> PREFERENCE =
            Comparator.comparing(KernelPackage::version)
                    .thenComparing(kernel -> kernel.name().endsWith(CLOUD))
                    .thenComparing(kernel -> kernel.name().startsWith("linux-binary-"))
                    .thenComparing(KernelPackage::name);

    /** Whether a package of that name may have a kernel that was asked for. */
    static boolean isWanted(String name, Optional<String> pattern) {
        return KERNEL.matcher(name).matches()
                && pattern.map(glob -> matches(name, glob)).orElse(name.endsWith(CLOUD));
    }

    /** The one to take: the newest. */
    static Optional<KernelPackage> newest(List<KernelPackage> packages) {
        return packages.stream().max(PREFERENCE);
    }

    /** Reads what apt-cache shows of packages. */
    static List<KernelPackage> parse(List<String> lines) {
        List<KernelPackage> packages = new ArrayList<>();
        String name = "";
        for (String line : lines) {
            if (line.startsWith("Package: ")) {
                name = line.substring("Package: ".length()).strip();
            } else if (line.startsWith("Version: ") && !name.isEmpty()) {
                packages.add(
                        new KernelPackage(
                                name,
                                new DebianVersion(line.substring("Version: ".length()).strip())));
                name = "";
            }
        }
        return packages;
    }

    /** The package that has the kernel's configuration, where that is another one. */
    Optional<String> configuration() {
        String binary = "linux-binary-";
        return name.startsWith(binary)
                ? Optional.of("linux-base-" + name.substring(binary.length()))
                : Optional.empty();
    }

    private static boolean matches(String name, String glob) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        return matcher.matches(Path.of(name));
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
