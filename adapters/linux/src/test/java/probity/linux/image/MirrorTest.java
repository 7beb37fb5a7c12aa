package probity.linux.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MirrorTest {
    @Test
    void theFirstSourceOfDebianItselfIsTheMirror() {
        assertThat(
                        Mirror.among(
                                List.of(
                                        "W: a warning, /debian",
                                        "https://packages.invalid/apt/",
                                        "http://mirror.invalid/debian-security/",
                                        "http://mirror.invalid/debian/",
                                        "http://other.invalid/debian/")))
                .contains("http://mirror.invalid/debian");
        assertThat(Mirror.among(List.of("mirror+file:/etc/apt/mirrors/debian")))
                .contains("mirror+file:/etc/apt/mirrors/debian");
        assertThat(Mirror.among(List.of("http://mirror.invalid/ubuntu/"))).isEmpty();
    }
}
