package probity.linux.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.linux.image.Command.Outcome;

class CommandTest {
    private static final Duration STEP = Duration.ofMillis(300);

    @TempDir Path directory;
    private final List<String> said = new ArrayList<>();

    @Test
    void theOutcomeHasStatusAndOutput() throws Exception {
        Outcome outcome = run(Duration.ofMinutes(1), "echo one; echo $WORD >&2; exit 3");

        assertThat(outcome).isEqualTo(new Outcome(3, List.of("one", "two")));
        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.last(1)).containsExactly("two");
    }

    @Test
    void whatTakesLongIsReportedAndWhatTakesTooLongIsKilled() throws Exception {
        Outcome outcome = run(Duration.ofMillis(500), "echo begin; sleep 600");

        assertThat(outcome).isEqualTo(new Outcome(-1, List.of("begin")));
        assertThat(said).isNotEmpty().first().asString().matches("doing something … \\d+ s");
    }

    @Test
    void whatIsNotThereCannotBeStarted() {
        Command command =
                new Command(Optional.of(directory), said::add, STEP, Duration.ofMinutes(1));

        assertThatThrownBy(() -> command.run("it", directory, Map.of(), List.of("sh")))
                .isInstanceOf(IOException.class);
    }

    private Outcome run(Duration limit, String script) throws IOException {
        return new Command(Optional.empty(), said::add, STEP, limit)
                .run(
                        "doing something",
                        directory,
                        Map.of("WORD", "two"),
                        List.of("sh", "-c", script));
    }
}
