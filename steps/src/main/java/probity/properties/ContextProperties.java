package probity.properties;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Chapter PTR, on random plans of programs that read, sample, walk and call helpers. */
class ContextProperties {
    private final RandomPlans plans = new RandomPlans(Theme.CONTEXT);

    @Provide
    Arbitrary<Recipe> recipes() {
        return Recipe.any();
    }

    @Tag("PTR")
    @Label("Whatever is called, a context is true, stays, and can be walked")
    @Property(seed = RandomPlans.SEED, shrinking = ShrinkingMode.OFF) // plans are shrunk as plans
    void contextsAreTrue(@ForAll("recipes") Recipe recipe) {
        plans.tryOne(recipe, "ContextProperties.contextsAreTrue");
    }
}
