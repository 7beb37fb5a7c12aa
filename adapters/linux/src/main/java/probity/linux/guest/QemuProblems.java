package probity.linux.guest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import probity.spi.Diagnostic;

/** What can be wrong with QEMU itself. */
final class QemuProblems {
    private static final String INSTALL =
            "Install it (Debian, Ubuntu: apt-get install qemu-system-arm; Fedora: dnf install"
                    + " qemu-system-aarch64), or name another with -Dprobity.linux.qemu=.";

    private QemuProblems() {}

    static Diagnostic missing(String name) {
        return new Diagnostic(
                "qemu-missing",
                "There is no program '%s' to boot the kernel in.".formatted(name),
                List.of(),
                INSTALL);
    }

    static Diagnostic notStarted(Path program, IOException why) {
        return new Diagnostic(
                "qemu-not-started",
                "%s cannot be started.".formatted(program),
                List.of(String.valueOf(why.getMessage())),
                INSTALL);
    }

    static Diagnostic notQemu(Path program, String version) {
        return new Diagnostic(
                "qemu-foreign",
                "%s is not QEMU: asked for its version, it says '%s'.".formatted(program, version),
                List.of(),
                INSTALL);
    }
}
