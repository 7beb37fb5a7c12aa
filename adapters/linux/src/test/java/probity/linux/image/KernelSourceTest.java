package probity.linux.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import probity.linux.image.KernelSource.ImageFile;
import probity.linux.image.KernelSource.PackageFile;
import probity.linux.image.KernelSource.Suite;
import probity.spi.CandidateUnavailable;

class KernelSourceTest {
    @Test
    void anAddressIsASuiteAPackageOrAnImage() throws Exception {
        assertThat(KernelSource.parse("debian/trixie"))
                .isEqualTo(new Suite("trixie", Optional.empty()));
        assertThat(KernelSource.parse("debian/trixie-backports/linux-image-6.1?*"))
                .isEqualTo(new Suite("trixie-backports", Optional.of("linux-image-6.1?*")));
        assertThat(KernelSource.parse("/a/b.deb")).isEqualTo(new PackageFile(Path.of("/a/b.deb")));
        assertThat(KernelSource.parse("/a/Image")).isEqualTo(new ImageFile(Path.of("/a/Image")));
        assertThat(KernelSource.parse("./debian/Image"))
                .isEqualTo(new ImageFile(Path.of("./debian/Image").toAbsolutePath()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "debian/",
                "debian/../etc",
                "debian/a/b/c",
                "debian/a b",
                "debian/sid/-o=x y"
            })
    void whatNamesNoSuiteIsRefused(String rest) {
        assertThatThrownBy(() -> KernelSource.parse(rest))
                .isInstanceOf(CandidateUnavailable.class)
                .hasMessageStartingWith(
                        "'linux:%s' names no suite of Debian's archive. [linux-bad-suite]"
                                .formatted(rest));
    }

    @Test
    void nothingIsNoKernel() {
        assertThatThrownBy(() -> KernelSource.parse(" "))
                .hasMessageStartingWith("The address 'linux:' names no kernel. [linux-no-kernel]")
                .hasMessageContaining("Write linux:<path to Image>");
    }

    @Test
    void aPathThatCannotBeIsSaidToBeMissing() {
        assertThatThrownBy(() -> KernelSource.parse("a\0b"))
                .hasMessageContaining("[kernel-missing]");
    }
}
