package probity.linux.guest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of one guest: sockets, initramfs, and what console and QEMU wrote.
 *
 * @param path the directory, which belongs to the guest alone
 */
record GuestDirectory(Path path) {
    private static final String INITRAMFS = "initramfs.cpio";

    /**
     * A new one among the temporary files; sockets have short paths there.
     *
     * @param modules an archive with the modules of the kernel, which goes behind the agent's
     */
    static GuestDirectory create(Optional<Path> modules) throws IOException {
        GuestDirectory directory =
                new GuestDirectory(Files.createTempDirectory("probity-guest").toAbsolutePath());
        try (OutputStream initramfs = Files.newOutputStream(directory.initramfs())) {
            initramfs.write(agent());
            if (modules.isPresent()) {
                Files.copy(modules.get(), initramfs);
            }
        }
        return directory;
    }

    /** The initramfs with the agent, as it is committed. */
    static byte[] agent() throws IOException {
        try (InputStream resource = GuestDirectory.class.getResourceAsStream(INITRAMFS)) {
            return Objects.requireNonNull(resource, INITRAMFS).readAllBytes();
        }
    }

    Path initramfs() {
        return path.resolve(INITRAMFS);
    }

    Path console() {
        return path.resolve("console.log");
    }

    /** What QEMU itself says. */
    Path messages() {
        return path.resolve("qemu.log");
    }

    Path virtio() {
        return path.resolve("virtio");
    }

    Path uart() {
        return path.resolve("uart");
    }

    Path qmp() {
        return path.resolve("qmp");
    }

    /** Deletes it with all that is in it; what is gone already is no error. */
    void delete() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(path)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
