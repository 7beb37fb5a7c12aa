package probity.linux.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AptConfigurationTest {
    @Test
    void theSourceNamesAKeyringThatIsThere() {
        Path there = Path.of("pom.xml").toAbsolutePath();

        assertThat(
                        AptConfiguration.source(
                                "http://m/debian", "sid", Stream.of(Path.of("/no/keys"), there)))
                .isEqualTo("deb [arch=arm64 signed-by=%s] http://m/debian sid main\n", there);
        assertThat(AptConfiguration.source("http://m/debian", "sid", Stream.of()))
                .isEqualTo("deb [arch=arm64] http://m/debian sid main\n");
    }
}
