package probity.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MachineDiedTest {
    @Test
    void itSaysHowAndShowsWhatThereIs() {
        Exhibit console = new Exhibit("console", "Kernel panic");

        MachineDied died = new MachineDied(Ending.TRAP, "The kernel crashed.", List.of(console));

        assertThat(died).hasMessage("The kernel crashed.");
        assertThat(died.ending()).isEqualTo(Ending.TRAP);
        assertThat(died.exhibits()).containsExactly(console);
    }

    @Test
    void aMachineThatRunsIsNotDead() {
        assertThatThrownBy(() -> new MachineDied(Ending.RETURNED, "It returned.", List.of()))
                .isInstanceOf(MisuseException.class)
                .hasMessage("A machine does not die as RETURNED.");
        assertThatThrownBy(() -> new MachineDied(null, "?", List.of()))
                .isInstanceOf(MisuseException.class);
        assertThatThrownBy(() -> new MachineDied(Ending.LOST, null, List.of()))
                .isInstanceOf(MisuseException.class)
                .hasMessage("Null was given as the message of a MachineDied.");
    }
}
