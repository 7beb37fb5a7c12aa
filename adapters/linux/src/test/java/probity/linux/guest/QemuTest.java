package probity.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.spi.CandidateUnavailable;
import probity.spi.Diagnostic;

class QemuTest {
    @TempDir Path directory;

    @Test
    void itIsFoundByNameAndByPath() throws Exception {
        Path program = script("qemu", "echo QEMU emulator version 1.2; echo Copyright");

        assertThat(Qemu.find("qemu", "/no/such:" + directory))
                .isEqualTo(new Qemu(program, "QEMU emulator version 1.2"));
        assertThat(Qemu.find(program.toString(), "").program()).isEqualTo(program);
    }

    @Test
    void aMissingOneSaysWhatToInstall() {
        Diagnostic problem = problem("qemu-system-aarch64", directory.toString());

        assertThat(problem.toString())
                .isEqualTo(
                        "There is no program 'qemu-system-aarch64' to boot the kernel in."
                                + " [qemu-missing]\n  Hint: Install it (Debian, Ubuntu: apt-get"
                                + " install qemu-system-arm; Fedora: dnf install"
                                + " qemu-system-aarch64), or name another with"
                                + " -Dprobity.linux.qemu=.");
        assertThat(problem("a\0b", "/bin").code()).isEqualTo("qemu-missing");
    }

    @Test
    void anotherProgramIsNotTakenForIt() throws Exception {
        Path program = script("qemu", "echo something else");

        assertThat(problem("qemu", directory.toString()).message())
                .isEqualTo(
                        "%s is not QEMU: asked for its version, it says 'something else'."
                                .formatted(program));
    }

    @Test
    void aProgramThatCannotBeStartedSaysWhy() throws Exception {
        Path program = script("qemu", "");
        Files.writeString(program, "#!/no/such/interpreter\n");

        Diagnostic problem = problem("qemu", directory.toString());

        assertThat(problem.message()).isEqualTo("%s cannot be started.".formatted(program));
        assertThat(problem.causes()).hasSize(1);
    }

    private Path script(String name, String body) throws Exception {
        Path script = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Diagnostic problem(String name, String path) {
        return catchThrowableOfType(CandidateUnavailable.class, () -> Qemu.find(name, path))
                .diagnostic();
    }
}
