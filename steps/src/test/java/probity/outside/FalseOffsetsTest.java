package probity.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No offset that a {@code candidate.properties} declares can be wrong without a clause failing. */
class FalseOffsetsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "light-sparse-1",
                "light-denied-3",
                "light-relocated-2-hand",
                "light-sparse-0-hand",
                "full-embedded-1-hand"
            })
    void every_false_offset_is_failed(String design) {
        List<FalseOffset> offsets = FalseOffset.of(design);
        assertThat(offsets).hasSizeGreaterThan(20);
        List<String> survivors =
                offsets.parallelStream()
                        .filter(offset -> offset.killer().isEmpty())
                        .map(FalseOffset::key)
                        .toList();
        assertThat(survivors).isEmpty();
    }
}
