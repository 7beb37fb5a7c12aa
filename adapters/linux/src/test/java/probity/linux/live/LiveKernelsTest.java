package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.linux.LinuxProvider;
import probity.linux.guest.GuestOptions;
import probity.linux.image.Cache;
import probity.spi.CandidateUnavailable;
import probity.spi.Diagnostic;

/** What is said before anything is booted. */
class LiveKernelsTest {
    private static final String VERSION = "echo 'QEMU emulator version 7.2.0'\n";

    @TempDir Path directory;

    @Test
    void without_qemu_nothing_is_downloaded() {
        LiveKernels kernels =
                new LiveKernels(
                        new Cache(directory.resolve("cache")),
                        new Spares(1),
                        line -> {
                            throw new AssertionError(line);
                        });
        LinuxOptions options = with("no-such-qemu");

        Diagnostic problem =
                catchThrowableOfType(
                                CandidateUnavailable.class,
                                () -> kernels.open("debian/bookworm", options))
                        .diagnostic();

        assertThat(problem.message()).contains("no-such-qemu");
        assertThat(problem.hint()).contains("qemu-system-arm");
        assertThat(directory.resolve("cache")).doesNotExist();
    }

    @Test
    void without_btf_nothing_is_booted() throws Exception {
        Path qemu = Files.writeString(directory.resolve("qemu"), "#!/bin/sh\n" + VERSION);
        Files.setPosixFilePermissions(qemu, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path image = Files.write(directory.resolve("Image"), imageWithoutBtf());
        LiveKernels kernels =
                new LiveKernels(new Cache(directory.resolve("cache")), new Spares(1), line -> {});

        Diagnostic problem =
                catchThrowableOfType(
                                CandidateUnavailable.class,
                                () -> kernels.open(image.toString(), with(qemu.toString())))
                        .diagnostic();

        assertThat(problem.message())
                .isEqualTo("The kernel " + image + " has no type information, BTF.");
        assertThat(problem.hint()).contains("CONFIG_DEBUG_INFO_BTF");
    }

    private static LinuxOptions with(String qemu) {
        return new LinuxOptions(GuestOptions.defaults().withQemu(qemu), 1);
    }

    private static byte[] imageWithoutBtf() {
        return ByteBuffer.allocate(1 << 12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(56, 0x644d_5241)
                .array();
    }

    @Test
    void the_provider_says_what_there_is() throws Exception {
        LinuxProvider provider = new LinuxProvider();

        assertThat(provider.scheme()).isEqualTo("linux");
        assertThat(provider.known()).allMatch(address -> address.startsWith("linux:"));
        assertThat(provider.options().keySet()).allMatch(name -> name.startsWith("probity.linux."));
        assertThat(provider.openingLimit()).isPositive();
        assertThat(provider.callLimit())
                .isGreaterThan(LinuxOptions.read(Map.of()).guest().callLimit());
    }
}
