package probity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Features, step definitions and catalogue fit together. */
class SpecificationTest {
    @Test
    void everyClauseHasScenariosAndEveryStepAMeaning() {
        Rehearsal rehearsal = Rehearsal.of("classpath:/probity/features", "probity.steps");

        List<String> problems = Consistency.problems(Catalogue.load(), rehearsal);

        assertThat(problems).as("problems of the specification").isEmpty();
        assertThat(rehearsal.scenarios()).isNotEmpty();
    }
}
