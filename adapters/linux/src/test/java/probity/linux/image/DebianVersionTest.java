package probity.linux.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DebianVersionTest {
    /** As dpkg --compare-versions orders them. */
    private static final List<String> ASCENDING =
            List.of(
                    "6.1~rc1-1",
                    "6.1-1",
                    "6.1.9-1",
                    "6.1.176-1",
                    "6.12.107-1",
                    "6.12.117-1~bpo12+1",
                    "6.12.117-1",
                    "6.12.117-1+b1",
                    "6.12.117-2",
                    "7.2.13-1",
                    "7.2.13a-1",
                    "7.2.13+deb14-1",
                    "7.3-1~exp1",
                    "7.3.4-1~bpo13+1",
                    "1:0.9");

    @Test
    void theOrderIsThatOfDpkg() {
        List<DebianVersion> shuffled =
                new ArrayList<>(ASCENDING.stream().map(DebianVersion::new).toList());
        Collections.shuffle(shuffled, new Random(1));

        Collections.sort(shuffled);

        assertThat(shuffled).extracting(DebianVersion::text).isEqualTo(ASCENDING);
    }

    @Test
    void differentSpellingsOfOneVersionAreEqual() {
        assertThat(Stream.of("1.0", "0:1.0", "1.00").map(DebianVersion::new))
                .allSatisfy(v -> assertThat(v).isEqualByComparingTo(new DebianVersion("1.0")));
    }
}
