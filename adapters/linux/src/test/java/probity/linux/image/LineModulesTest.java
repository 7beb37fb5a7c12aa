package probity.linux.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineModulesTest {
    @TempDir Path temporary;

    private Path drivers;
    private Path archive;

    @BeforeEach
    void directories() throws IOException {
        drivers = temporary.resolve("unpacked/usr/lib/modules/6.1/kernel/drivers");
        Files.createDirectories(drivers.resolve("virtio"));
        Files.createDirectories(drivers.resolve("char"));
        archive = temporary.resolve("modules.cpio");
    }

    @Test
    void theyAreNumberedInTheOrderInWhichTheyNeedEachOther() throws IOException {
        module("char/virtio_console.ko");
        module("virtio/virtio_pci.ko");
        module("virtio/virtio_ring.ko");
        module("virtio/virtio_balloon.ko");

        LineModules.pack(temporary.resolve("unpacked"), archive);

        assertThat(content())
                .containsExactly(
                        "modules 40755 ",
                        "modules/0 100644 virtio/virtio_ring.ko",
                        "modules/1 100644 virtio/virtio_pci.ko",
                        "modules/2 100644 char/virtio_console.ko");
    }

    @Test
    void aKernelThatHasItsEndBuiltInNeedsNone() throws IOException {
        module("virtio/virtio_balloon.ko");
        module("virtio/virtio_ring.ko");

        LineModules.pack(temporary.resolve("unpacked"), archive);

        assertThat(archive).doesNotExist();
    }

    @Test
    void compressedOnesAreLeftAlone() throws IOException {
        module("char/virtio_console.ko.xz");

        LineModules.pack(temporary.resolve("unpacked"), archive);

        assertThat(archive).doesNotExist();
    }

    private void module(String name) throws IOException {
        Files.writeString(drivers.resolve(name), name);
    }

    private List<String> content() throws IOException {
        List<String> lines = new ArrayList<>();
        try (CpioArchiveInputStream cpio =
                new CpioArchiveInputStream(Files.newInputStream(archive))) {
            for (CpioArchiveEntry entry = cpio.getNextEntry();
                    entry != null;
                    entry = cpio.getNextEntry()) {
                String text = new String(cpio.readAllBytes(), StandardCharsets.UTF_8);
                lines.add("%s %o %s".formatted(entry.getName(), entry.getMode(), text));
            }
        }
        return lines;
    }
}
