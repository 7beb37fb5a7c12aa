package probity.properties;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import probity.spi.Plan;

/**
 * A random plan before it is known for whom: the same recipe makes the same plan for candidates
 * with the same targets and declarations.
 *
 * @param seed of everything drawn
 */
record Recipe(long seed) {
    /** Recipes of all kinds. */
    static Arbitrary<Recipe> any() {
        return Arbitraries.randomValue(random -> new Recipe(random.nextLong()));
    }

    /** The plan for this candidate. */
    Plan plan(Scope scope, Theme theme) {
        return new PlanDraw(scope, theme, new Draw(seed)).plan();
    }
}
