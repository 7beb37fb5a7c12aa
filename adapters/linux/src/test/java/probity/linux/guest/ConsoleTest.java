package probity.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import probity.linux.guest.Trouble.Kind;

/** Console logs as they come: cut off, interleaved, with bytes that are no text. */
class ConsoleTest {
    @TempDir Path temporary;

    static Stream<Arguments> logs() {
        return Stream.of(
                log("no line at all", "", List.of()),
                log(
                        "a healthy boot",
                        "[    1.234567] pci-host-generic: a remark\nprobity: the agent is ready\n",
                        List.of()),
                log(
                        "a panic",
                        "[   12.345678] Kernel panic - not syncing: sysrq triggered crash\n",
                        List.of(Kind.PANIC)),
                log(
                        "a panic that is cut off",
                        "[   12.345678] Kernel panic - not syncing",
                        List.of(Kind.PANIC)),
                log(
                        "a panic with carriage returns and a caller's id",
                        "[   12.345678][  T123] Kernel panic - not syncing: Oops\r\n",
                        List.of(Kind.PANIC)),
                log(
                        "an oops and the panic that follows",
                        """
                        [    5.000000] Unable to handle kernel NULL pointer dereference at x
                        [    5.000001] Internal error: Oops: 0000000096000004 [#1] SMP
                        [    5.000002] Kernel panic - not syncing: Oops: Fatal exception
                        """,
                        List.of(Kind.OOPS, Kind.OOPS, Kind.PANIC)),
                log(
                        "a warning, and life goes on",
                        "[    5.000000] WARNING: CPU: 0 PID: 1 at some.c:1 some+0x1/0x2\n",
                        List.of(Kind.WARNING)),
                log(
                        "a BUG() and a BUG: of another kind",
                        "[    5.0] kernel BUG at some.c:1!\n[    5.1] BUG: scheduling while atomic\n",
                        List.of(Kind.OOPS, Kind.OOPS)),
                log(
                        "stalls, of which one calls itself a bug",
                        """
                        [   60.000000] watchdog: BUG: soft lockup - CPU#0 stuck for 26s! [init:1]
                        [   61.000000] rcu: INFO: rcu_preempt self-detected stall on CPU
                        [  242.000000] INFO: task init:1 blocked for more than 120 seconds.
                        """,
                        List.of(Kind.STALL, Kind.STALL, Kind.STALL)),
                log(
                        "a panic between two halves of another line",
                        "probity: the ag[    1.000000] Kernel panic - not syncing: x\nent\n",
                        List.of(Kind.PANIC)),
                log(
                        "bytes that are no text",
                        "\u0000\uffff\u0000[    1.000000] Kernel panic - not syncing: x\n",
                        List.of(Kind.PANIC)),
                log(
                        "words that only look alike",
                        "[    1.0] DEBUG: fine\n[    1.1] NO_WARNING: fine\n",
                        List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logs")
    void complaintsAreFound(String name, String text, List<Kind> kinds) throws Exception {
        assertThat(console(text).troubles()).extracting(Trouble::kind).isEqualTo(kinds);
    }

    @Test
    void aTroubleIsTheLineWithoutItsTime() throws Exception {
        assertThat(console("[   12.345678][    T1] WARNING: CPU: 0\r\n").troubles())
                .containsExactly(new Trouble(Kind.WARNING, "WARNING: CPU: 0"));
    }

    @Test
    void onlyWhatIsNewIsLookedAt() throws Exception {
        Console console = console("WARNING: old\n");
        int length = console.length();
        assertThat(console.troublesSince(length)).isEmpty();

        console("WARNING: old\nWARNING: new\n");

        assertThat(console.troublesSince(length))
                .containsExactly(new Trouble(Kind.WARNING, "WARNING: new"));
        assertThat(console.troublesSince(1 << 20)).isEmpty();
    }

    @Test
    void theTailHasTheLastLines() throws Exception {
        String lines =
                IntStream.rangeClosed(1, 100)
                        .mapToObj(i -> "line " + i)
                        .collect(Collectors.joining("\n"));

        assertThat(console(lines).tail())
                .hasSize(Console.TAIL)
                .startsWith("line 21")
                .endsWith("line 100");
    }

    @Test
    void aLogThatIsNotThereYetIsEmpty() {
        assertThat(new Console(temporary.resolve("none")).text()).isEmpty();
        assertThat(new Console(temporary).text()).startsWith("(the console log cannot be read: ");
    }

    private Console console(String text) throws Exception {
        return new Console(Files.writeString(temporary.resolve("console.log"), text));
    }

    private static Arguments log(String name, String text, List<Kind> kinds) {
        return Arguments.of(name, text, kinds);
    }
}
