package probity.linux.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import probity.spi.Diagnostic;

/** What can be wrong with a kernel in a file, or with a package. */
final class ImageProblems {
    private static final String BUILD =
            "Give arch/arm64/boot/Image of the build tree: neither vmlinux nor Image.gz's EFI form.";

    private ImageProblems() {}

    static Diagnostic nothingGiven() {
        return problem(
                "linux-no-kernel", "The address 'linux:' names no kernel.", KernelSource.FORMS);
    }

    static Diagnostic badSuite(String rest) {
        return problem(
                "linux-bad-suite",
                "'linux:%s' names no suite of Debian's archive.".formatted(rest),
                KernelSource.FORMS + " A file in a directory 'debian' is ./debian/<file>.");
    }

    static Diagnostic missing(String path, String where) {
        return problem(
                "kernel-missing",
                "There is no kernel '%s'.".formatted(path),
                "It was looked for at %s. %s".formatted(where, KernelSource.FORMS));
    }

    static Diagnostic notAFile(Path path) {
        return problem(
                "kernel-not-a-file",
                "'%s' is not a file.".formatted(path),
                "In a build tree the kernel is arch/arm64/boot/Image.");
    }

    static Diagnostic unreadable(Path path, IOException why) {
        return problem(
                "kernel-unreadable",
                "'%s' cannot be read: %s.".formatted(path, why.getMessage()),
                "");
    }

    static Diagnostic notArm64(Path path, byte[] begin, String looksLike) {
        return problem(
                "kernel-not-arm64",
                "'%s' is not an arm64 kernel Image: it has no ARM\\x64 at offset 56.%s"
                        .formatted(
                                path,
                                looksLike.isEmpty()
                                        ? " It begins with %s."
                                                .formatted(
                                                        HexFormat.ofDelimiter(" ").formatHex(begin))
                                        : " It looks like " + looksLike + "."),
                BUILD);
    }

    static Diagnostic bigEndian(Path path) {
        return problem(
                "kernel-big-endian",
                "'%s' is a big-endian kernel, and the agent is little-endian.".formatted(path),
                "Build it without CONFIG_CPU_BIG_ENDIAN.");
    }

    static Diagnostic noPackageTool() {
        return problem(
                "dpkg-missing",
                "There is no dpkg-deb to unpack a Debian package.",
                "On Debian and Ubuntu dpkg has it. Or give the path of an Image.");
    }

    static Diagnostic notUnpacked(Path deb, List<String> lines) {
        return new Diagnostic(
                "deb-unreadable",
                "dpkg-deb cannot unpack '%s'.".formatted(deb),
                lines,
                "Is it a whole Debian package?");
    }

    static Diagnostic noKernelIn(Path deb) {
        return problem(
                "deb-without-kernel",
                "There is no kernel in '%s': neither boot/vmlinuz-* nor"
                                .formatted(deb.getFileName())
                        + " usr/lib/modules/*/vmlinuz.",
                "Since 6.19 it is in linux-binary-*, and linux-image-* only needs that.");
    }

    static Diagnostic cache(Path cache, IOException why) {
        return problem(
                "cache-unusable",
                "The cache '%s' cannot be used: %s.".formatted(cache, why),
                "XDG_CACHE_HOME names another place.");
    }

    static Diagnostic diskFull(Path cache, List<String> said) {
        return new Diagnostic(
                "disk-full",
                "There is no room to unpack the kernel: %s has %s left, and a kernel takes up to 200 MB."
                        .formatted(cache, Room.left(cache)),
                said,
                "XDG_CACHE_HOME names another place.");
    }

    private static Diagnostic problem(String code, String message, String hint) {
        return new Diagnostic(code, message, List.of(), hint);
    }
}
