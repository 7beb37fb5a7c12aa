package probity.linux.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KernelPackageTest {
    @Test
    void withoutAPatternAKernelForVirtualMachinesIsWanted() {
        assertThat(
                        Stream.of(
                                        "linux-image-6.12.107+deb13-cloud-arm64",
                                        "linux-binary-7.2.13+deb14-cloud-arm64",
                                        "linux-image-6.12.107+deb13-arm64",
                                        "linux-image-6.12.107+deb13-cloud-arm64-dbg",
                                        "linux-image-6.12.107+deb13-cloud-arm64-unsigned",
                                        "linux-binary-unsigned-7.2.13+deb14-cloud-arm64",
                                        "linux-image-cloud-arm64",
                                        "linux-headers-6.12.107+deb13-cloud-arm64")
                                .filter(name -> KernelPackage.isWanted(name, Optional.empty())))
                .containsExactly(
                        "linux-image-6.12.107+deb13-cloud-arm64",
                        "linux-binary-7.2.13+deb14-cloud-arm64");
    }

    @Test
    void aPatternMayWantAnyKernel() {
        Optional<String> pattern = Optional.of("linux-*-6.1?.*arm64*");

        assertThat(KernelPackage.isWanted("linux-image-6.12.107+deb13-arm64-16k", pattern))
                .isTrue();
        assertThat(KernelPackage.isWanted("linux-image-6.1.0-50-arm64", pattern)).isFalse();
        assertThat(KernelPackage.isWanted("linux-image-6.12.1-arm64-dbg", pattern)).isFalse();
    }

    @Test
    void theNewestIsTakenAndOfEqualsTheOneWithTheKernel() {
        List<KernelPackage> packages =
                KernelPackage.parse(
                        """
                        Package: linux-image-7.3.4+deb13-cloud-arm64
                        Version: 7.3.4-1~bpo13+1
                        Depends: linux-binary-7.3.4+deb13-cloud-arm64

                        Package: linux-binary-7.3.4+deb13-arm64
                        Version: 7.3.4-1~bpo13+1

                        Package: linux-binary-7.3.4+deb13-cloud-arm64
                        Version: 7.3.4-1~bpo13+1

                        Package: linux-image-6.16.12+deb13-cloud-arm64
                        Version: 6.16.12-1~bpo13+1
                        N: a remark
                        """
                                .lines()
                                .toList());

        assertThat(packages).hasSize(4);
        assertThat(KernelPackage.newest(packages).orElseThrow().toString())
                .isEqualTo("linux-binary-7.3.4+deb13-cloud-arm64 7.3.4-1~bpo13+1");
        assertThat(KernelPackage.newest(List.of())).isEmpty();
    }

    @Test
    void theConfigurationOfALinuxBinaryIsInAPackageOfItsOwn() {
        DebianVersion version = new DebianVersion("1");

        assertThat(new KernelPackage("linux-binary-7.2-cloud-arm64", version).configuration())
                .contains("linux-base-7.2-cloud-arm64");
        assertThat(new KernelPackage("linux-image-6.1-cloud-arm64", version).configuration())
                .isEmpty();
    }
}
