package probity.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.linux.image.KernelImage;

/** Programs in QEMU's place that never come to boot anything. */
class FailedStartTest {
    @TempDir Path directory;

    @Test
    void oneThatEndsIsQuoted() throws Exception {
        GuestLost lost = boot("echo \"$0: no such machine\" >&2; exit 7", Duration.ofMinutes(1));

        assertThat(lost.fate()).isEqualTo(Fate.ENDED);
        assertThat(lost.diagnostic().message())
                .isEqualTo(
                        "QEMU ended before the guest was ready, with status 7, and the kernel had"
                                + " not complained.");
        assertThat(lost.diagnostic().causes())
                .containsExactly(directory.resolve("qemu") + ": no such machine");
    }

    @Test
    void oneThatHangsIsEndedAtTheLimit() throws Exception {
        GuestLost lost =
                boot(
                        "echo $$ >%s; exec sleep 600".formatted(directory.resolve("pid")),
                        Duration.ofSeconds(2));

        assertThat(lost.diagnostic().message()).isEqualTo("The guest was not ready within 2 s.");
        assertThat(lost.diagnostic().causes()).containsExactly("Its console is empty.");
        long pid = Long.parseLong(Files.readString(directory.resolve("pid")).strip());
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void oneThatIsNotThereIsNamed() {
        GuestLost lost =
                catchThrowableOfType(
                        GuestLost.class,
                        () ->
                                Guest.boot(
                                        new Qemu(directory.resolve("none"), "QEMU"),
                                        KernelImage.bare(directory.resolve("Image")),
                                        GuestOptions.defaults()));

        assertThat(lost.diagnostic().causes().toString()).contains("No such file");
    }

    /** Boots with a script; the guest's directory, which it is told, is gone afterwards. */
    private GuestLost boot(String body, Duration limit) throws Exception {
        Path program = directory.resolve("qemu");
        Path arguments = directory.resolve("arguments");
        Files.writeString(program, "#!/bin/sh\necho \"$*\" >%s\n%s\n".formatted(arguments, body));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        GuestOptions options = GuestOptions.defaults().withLimits(limit, limit);
        GuestLost lost =
                catchThrowableOfType(
                        GuestLost.class,
                        () ->
                                Guest.boot(
                                        new Qemu(program, "QEMU"),
                                        KernelImage.bare(directory.resolve("Image")),
                                        options));
        String initramfs =
                Files.readString(arguments).replaceAll("(?s).*-initrd (\\S+) .*", "$1").strip();
        assertThat(initramfs).endsWith("initramfs.cpio");
        assertThat(Path.of(initramfs).getParent()).doesNotExist();
        return lost;
    }
}
