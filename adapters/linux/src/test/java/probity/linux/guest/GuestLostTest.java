package probity.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuestLostTest {
    @Test
    void theMessageHasTheEvidence() {
        List<String> console = IntStream.rangeClosed(1, 30).mapToObj(i -> "line " + i).toList();
        Trouble trouble = new Trouble(Trouble.Kind.PANIC, "Kernel panic - not syncing: x");

        GuestLost lost =
                new GuestLost(
                        Fate.CRASHED,
                        GuestProblems.crashed("at work", trouble),
                        console,
                        List.of("worker 0: write(0x5, 0x450000, 0x1) = ?"));

        assertThat(lost.getMessage())
                .startsWith(
                        "The kernel crashed at work: Kernel panic - not syncing: x [kernel-crashed]\n"
                                + "The last lines of the console:\n  line 11\n")
                .endsWith(
                        "  line 30\nThe last system calls:\n"
                                + "  worker 0: write(0x5, 0x450000, 0x1) = ?");
        assertThat(lost.console()).hasSize(30);
    }

    @Test
    void whatIsEmptyIsNotShown() {
        assertThat(new GuestLost(Fate.ENDED, GuestProblems.noLine(), List.of(), List.of()))
                .hasMessage(GuestProblems.noLine().toString());
    }
}
