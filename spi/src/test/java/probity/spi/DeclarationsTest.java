package probity.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The small values that declarations and requests are made of. */
class DeclarationsTest {
    @Test
    void onlyAConstantFieldHasAValue() {
        assertThat(FieldState.constant(5)).isEqualTo(new FieldState(FieldState.Kind.CONSTANT, 5));
        assertThat(FieldState.constant(5).isPopulated()).isFalse();
        assertThatThrownBy(() -> new FieldState(FieldState.Kind.POPULATED, 5))
                .isInstanceOf(MisuseException.class)
                .hasMessage(
                        "Only a CONSTANT field has a value, but 0x5 was given for one that is"
                                + " POPULATED.");
    }

    @Test
    void aParameterIsFreeWhereEveryValueIsLegal() {
        assertThat(Parameter.free("a", "x0", 32).isFree()).isTrue();
        assertThat(new Parameter("a", "x0", 32, Long.MIN_VALUE, 7).isFree()).isFalse();
        assertThat(new Parameter("a", "x0", 32, 0, Long.MAX_VALUE).isFree()).isFalse();
    }

    @Test
    void aParameterWithoutALegalValueIsMisuse() {
        assertThatThrownBy(() -> new Parameter("depth", "x0", 32, 5, 3))
                .isInstanceOf(MisuseException.class)
                .hasMessage("Parameter depth has no legal value: 5 is above 3.");
    }

    @Test
    void optionsWithAnotherSeedKeepTheBudget() {
        Options options = new Options(1, 500).withPoison(9);

        assertThat(options).isEqualTo(new Options(9, 500));
        assertThat(Options.defaults()).isEqualTo(new Options(1, 1_000_000));
    }

    @Test
    void aBudgetMustBePositive() {
        assertThatThrownBy(() -> new Options(1, 0))
                .isInstanceOf(MisuseException.class)
                .hasMessage("The instruction budget must be positive, not 0.");
    }

    @Test
    void stagesAreNumberedInTheOrderOfRemoval() {
        assertThat(Stage.values()).extracting(Stage::number).containsExactly(0, 1, 2, 3);
        assertThat(Stage.values())
                .containsExactly(Stage.LEGACY, Stage.COEXISTING, Stage.MIGRATED, Stage.REMOVED);
    }

    @Test
    void sidesAreWrittenAsInOrderStrings() {
        assertThat(Side.ENTRY.symbol()).isEqualTo('>');
        assertThat(Side.EXIT.symbol()).isEqualTo('<');
    }
}
