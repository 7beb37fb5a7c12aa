package probity.linux.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;

/**
 * The modules by which a guest reaches virtio-serial, for kernels that have not built it in:
 * without them the only line is a serial one, some thirty times slower. They become an initramfs of
 * their own, in which the agent finds {@code /modules/0}, {@code /modules/1} and so on.
 */
final class LineModules {
    /** Each after those that it needs. */
    private static final List<String> LOADED_IN_ORDER =
            List.of(
                    "virtio.ko",
                    "virtio_ring.ko",
                    "virtio_pci_legacy_dev.ko",
                    "virtio_pci_modern_dev.ko",
                    "virtio_pci.ko",
                    "virtio_console.ko");

    private static final String FOLDER = "modules";

    private LineModules() {}

    /**
     * Packs them, if the kernel has its end of the line as a module. Compressed modules are left
     * alone: not every kernel can read them.
     *
     * @param unpacked the content of its package
     * @param archive the file that is written
     */
    static void pack(Path unpacked, Path archive) throws IOException {
        List<Path> modules = new ArrayList<>();
        for (String name : LOADED_IN_ORDER) {
            find(unpacked, name).ifPresent(modules::add);
        }
        boolean complete =
                modules.stream().anyMatch(module -> module.endsWith("virtio_console.ko"));
        if (!complete) {
            return;
        }
        try (CpioArchiveOutputStream cpio =
                new CpioArchiveOutputStream(Files.newOutputStream(archive))) {
            write(cpio, FOLDER, CpioConstants.C_ISDIR | 0755, new byte[0]);
            for (int i = 0; i < modules.size(); i++) {
                byte[] content = Files.readAllBytes(modules.get(i));
                write(cpio, FOLDER + "/" + i, CpioConstants.C_ISREG | 0644, content);
            }
        }
    }

    private static void write(CpioArchiveOutputStream cpio, String name, int mode, byte[] content)
            throws IOException {
        CpioArchiveEntry entry = new CpioArchiveEntry(name, content.length);
        entry.setMode(mode);
        cpio.putArchiveEntry(entry);
        cpio.write(content);
        cpio.closeArchiveEntry();
    }

    private static Optional<Path> find(Path unpacked, String name) throws IOException {
        try (Stream<Path> files = Files.walk(unpacked)) {
            return files.filter(file -> file.endsWith(name))
                    .filter(Files::isRegularFile)
                    .findFirst();
        }
    }
}
