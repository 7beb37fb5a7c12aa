package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import probity.spi.CandidateProvider;
import probity.spi.CandidateUnavailable;
import probity.spi.ContextPolicy;
import probity.spi.Description;
import probity.spi.FieldState;
import probity.spi.ProbeKind;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Stage;

/** Designs and how they are opened. */
class DesignTest {
    private final ReferenceProvider provider = new ReferenceProvider();

    @Test
    void theServiceLoaderFindsTheReference() {
        assertThat(ServiceLoader.load(CandidateProvider.class))
                .anyMatch(found -> found.scheme().equals("reference"));
    }

    @Test
    void allSensibleDesignsAreKnown() {
        assertThat(provider.known())
                .startsWith("reference", "reference:light-sparse-1")
                .contains(
                        "reference:full-embedded-0",
                        "reference:full-embedded-2-hand",
                        "reference:light-relocated-3",
                        "reference:light-denied-2")
                .doesNotHaveDuplicates()
                .hasSize(1 + 4 * (4 + 3));
    }

    @Test
    void everyKnownDesignOpensAndDescribesItself() throws CandidateUnavailable {
        for (Design design : Design.all()) {
            Description description = provider.open(design.name()).describe();

            assertThat(description.name()).isEqualTo("reference " + design.name());
            assertThat(description.stage()).isEqualTo(design.stage());
            assertThat(description.policy()).isEqualTo(design.context());
            assertThat(description.offers(ProbeKind.KRETPROBE, Side.EXIT))
                    .isEqualTo(design.stage() != Stage.REMOVED);
            assertThat(description.offers(ProbeKind.FPROBE, Side.EXIT))
                    .isEqualTo(design.stage() != Stage.LEGACY);
            assertThat(description.offers(ProbeKind.JPROBE, Side.ENTRY)).isFalse();
            if (design.stage() == Stage.REMOVED) {
                assertThat(description.kretprobeUsers()).isEmpty();
            }
        }
    }

    @Test
    void theEmptyRestIsTheDefault() throws CandidateUnavailable {
        assertThat(provider.open("").describe())
                .isEqualTo(provider.open("light-sparse-1").describe());
    }

    @ParameterizedTest
    @CsvSource({
        "light-embedded-1, A light frame is too small to embed a whole pt_regs in it.",
        "full-sparse-2, A full frame holds a whole pt_regs: there is nothing to make sparse of.",
        "light-sparse-3-hand, At stage 3 there is no kretprobe trampoline to build by hand."
    })
    void senselessDesignsAreRefusedWithTheReason(String name, String reason) {
        assertThatThrownBy(() -> provider.open(name))
                .isInstanceOf(CandidateUnavailable.class)
                .hasMessageContaining("The design '" + name + "' of the reference makes no sense.")
                .hasMessageContaining("[senseless-design]")
                .hasMessageContaining("  - " + reason)
                .hasMessageContaining("Hint: Known are reference, reference:light-sparse-1,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"heavy-sparse-1", "light-sparse-4", "light", "light-sparse-1-brk"})
    void unknownDesignsAreRefusedWithWhatIsKnown(String name) {
        assertThatThrownBy(() -> provider.open(name))
                .isInstanceOf(CandidateUnavailable.class)
                .hasMessageContaining("There is no design '" + name + "' of the reference.")
                .hasMessageContaining("[unknown-design]")
                .hasMessageContaining("reference:full-embedded-0");
    }

    @Test
    void theReleaseLineIsTheFourStages() {
        assertThat(provider.releaseLine(""))
                .isEqualTo(
                        List.of(
                                "reference:light-sparse-0",
                                "reference:light-sparse-1",
                                "reference:light-sparse-2",
                                "reference:light-sparse-3"));
        assertThat(provider.releaseLine("full-embedded-1-hand"))
                .endsWith("reference:full-embedded-2-hand", "reference:full-embedded-3");
        assertThat(provider.releaseLine("nonsense")).containsExactly("reference:nonsense");
    }

    @Test
    void setsAreDeclaredAsTheyAreStored() {
        Description light = Designs.candidate(Design.DEFAULT).describe();
        var entry = light.set(ProbeKind.FPROBE, Side.ENTRY).orElseThrow();
        assertThat(entry.kind()).isEqualTo(SetKind.LIGHT);
        assertThat(entry.fields().keySet()).isEqualTo(SetLayout.LIGHT_ENTRY.registers());
        var program = light.set(ProbeKind.MULTI, Side.EXIT).orElseThrow();
        assertThat(program.kind()).isEqualTo(SetKind.CONTEXT);
        assertThat(program.state("pstate")).isEqualTo(FieldState.constant(5));
        assertThat(program.state("x8")).isEqualTo(FieldState.UNPOPULATED);

        Description full =
                Designs.candidate(Design.parse("full-embedded-1").orElseThrow()).describe();
        assertThat(full.policy()).isEqualTo(ContextPolicy.FULL);
        for (Side side : Side.values()) {
            assertThat(full.set(ProbeKind.MULTI, side).orElseThrow().fields())
                    .hasSize(34)
                    .allSatisfy((name, state) -> assertThat(state.isPopulated()).isTrue());
            assertThat(full.set(ProbeKind.FPROBE, side).orElseThrow().kind())
                    .isEqualTo(SetKind.FULL);
        }
    }
}
