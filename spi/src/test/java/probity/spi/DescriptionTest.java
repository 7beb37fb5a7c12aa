package probity.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DescriptionTest {
    private static final RegisterSet LIGHT =
            RegisterSet.populated(SetKind.LIGHT, List.of("x0", "pc"));

    @Test
    void offersTheKindsAndSidesThatHaveASet() {
        Description description = with(Map.of(ProbeKind.FPROBE, Map.of(Side.ENTRY, LIGHT)));

        assertThat(description.offers(ProbeKind.FPROBE, Side.ENTRY)).isTrue();
        assertThat(description.set(ProbeKind.FPROBE, Side.ENTRY)).contains(LIGHT);
        assertThat(description.offers(ProbeKind.FPROBE, Side.EXIT)).isFalse();
        assertThat(description.offers(ProbeKind.KPROBE, Side.ENTRY)).isFalse();
    }

    @Test
    void theSetsOfAKindAreCopiedToo() {
        Map<Side, RegisterSet> sides = new HashMap<>(Map.of(Side.ENTRY, LIGHT));
        Description description = with(Map.of(ProbeKind.FPROBE, sides));
        sides.clear();

        assertThat(description.offers(ProbeKind.FPROBE, Side.ENTRY)).isTrue();
        assertThatThrownBy(() -> description.sets().get(ProbeKind.FPROBE).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aSideWithoutASetIsMisuse() {
        Map<Side, RegisterSet> sides = new HashMap<>();
        sides.put(Side.EXIT, null);

        assertThatThrownBy(() -> with(Map.of(ProbeKind.MULTI, sides)))
                .isInstanceOf(MisuseException.class)
                .hasMessage("Null was given as the value of EXIT in Description.sets of MULTI.");
    }

    @Test
    void capabilitiesKeepTheirOrderAndCanBeAskedFor() {
        Description description = with(Map.of());

        assertThat(description.capabilities())
                .containsExactly(Capability.SEES_CODE, Capability.CANCEL);
        assertThat(description.can(Capability.CANCEL)).isTrue();
        assertThat(description.can(Capability.PARKING)).isFalse();
    }

    @Test
    void oneKindMayLackACapability() {
        Description plain = with(Map.of());
        Description description =
                new Description(
                        plain.name(),
                        plain.version(),
                        plain.architecture(),
                        plain.capabilities(),
                        plain.sets(),
                        plain.policy(),
                        plain.unsaved(),
                        plain.stage(),
                        plain.kretprobeUsers(),
                        plain.limits(),
                        Map.of(ProbeKind.FPROBE, Map.of(Side.ENTRY, Set.of(Capability.CANCEL))));

        assertThat(description.can(Capability.CANCEL)).isTrue();
        assertThat(description.can(Capability.CANCEL, ProbeKind.FPROBE, Side.ENTRY)).isFalse();
        assertThat(description.can(Capability.CANCEL, ProbeKind.FPROBE, Side.EXIT)).isTrue();
        assertThat(description.can(Capability.CANCEL, ProbeKind.MULTI, Side.ENTRY)).isTrue();
        assertThat(description.can(Capability.PARKING, ProbeKind.MULTI, Side.ENTRY)).isFalse();
        assertThat(plain.lacking()).isEmpty();
    }

    @Test
    void aFieldThatIsNotListedIsUnpopulated() {
        assertThat(LIGHT.state("x0")).isEqualTo(FieldState.POPULATED);
        assertThat(LIGHT.state("x0").isPopulated()).isTrue();
        assertThat(LIGHT.state("x9")).isEqualTo(FieldState.UNPOPULATED);
        assertThat(LIGHT.fields()).containsOnlyKeys("x0", "pc");
        assertThat(LIGHT.writable()).isEmpty();
    }

    private static Description with(Map<ProbeKind, Map<Side, RegisterSet>> sets) {
        Set<Capability> capabilities =
                new LinkedHashSet<>(List.of(Capability.SEES_CODE, Capability.CANCEL));
        return new Description(
                "a candidate",
                "1",
                Architecture.ARM64,
                capabilities,
                sets,
                ContextPolicy.SPARSE,
                Unsaved.ZERO,
                Stage.COEXISTING,
                List.of(),
                new Limits(64, 16, 16, 64));
    }
}
