package probity.properties;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Chapter TRN, on random calls under probes that come and go. */
class TransparencyProperties {
    private final RandomPlans plans = new RandomPlans(Theme.TRANSPARENCY);

    @Provide
    Arbitrary<Recipe> recipes() {
        return Recipe.any();
    }

    @Tag("TRN")
    @Label("Whatever is hooked, calls go as they go unhooked")
    @Property(seed = RandomPlans.SEED, shrinking = ShrinkingMode.OFF) // plans are shrunk as plans
    void hooksCannotBeFelt(@ForAll("recipes") Recipe recipe) {
        plans.tryOne(recipe, "TransparencyProperties.hooksCannotBeFelt");
    }
}
