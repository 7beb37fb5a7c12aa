package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelVersionTest {
    @Test
    void of_a_package_it_is_the_exact_version() {
        assertThat(version("6.1.0-50-cloud-arm64", "#1 SMP Debian 6.1.176-1 (2026-11-02)"))
                .isEqualTo("6.1.0-50-cloud-arm64 (Debian 6.1.176-1)");
    }

    @Test
    void of_an_own_build_it_is_the_release() {
        assertThat(version("7.3.0-rc1+", "#3 SMP PREEMPT Thu Nov 26 20:00:00 UTC 2026"))
                .isEqualTo("7.3.0-rc1+");
    }

    private static String version(String release, String version) {
        return KernelVersion.of(List.of("Linux", "(none)", release, version, "aarch64", "(none)"));
    }
}
