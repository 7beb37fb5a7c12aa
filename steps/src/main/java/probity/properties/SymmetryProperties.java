package probity.properties;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Chapter SYM, on random plans with several probes, entry data, cancelled exits and limits. */
class SymmetryProperties {
    private final RandomPlans plans = new RandomPlans(Theme.SYMMETRY);

    @Provide
    Arbitrary<Recipe> recipes() {
        return Recipe.any();
    }

    @Tag("SYM")
    @Label("Whatever is called, entries and exits pair and are told the same")
    @Property(seed = RandomPlans.SEED, shrinking = ShrinkingMode.OFF) // plans are shrunk as plans
    void entriesAndExitsPair(@ForAll("recipes") Recipe recipe) {
        plans.tryOne(recipe, "SymmetryProperties.entriesAndExitsPair");
    }
}
