package probity.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import probity.linux.agent.Agent;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;

/** Guests that die, on purpose. */
@Tag("qemu")
class LossTest {
    @TempDir Path temporary;

    @Test
    void aPanicSaysWhatTheKernelDiedOf() throws Exception {
        try (Guest guest = boot(GuestOptions.defaults().keepingConsoleIn(temporary))) {
            GuestLost lost =
                    catchThrowableOfType(
                            GuestLost.class,
                            () -> guest.watching(() -> write(guest, "/proc/sysrq-trigger", "c")));

            assertThat(lost.fate()).isEqualTo(Fate.CRASHED);
            assertThat(lost.diagnostic().message()).startsWith("The kernel crashed at work: ");
            assertThat(String.join("\n", lost.console())).contains("write_sysrq_trigger");
            assertThat(lost.calls())
                    .last()
                    .asString()
                    .startsWith("worker 0: write(")
                    .endsWith("= ?");
            Live.say(lost.getMessage());
        }
        assertThat(temporary.toFile().list()).hasSize(1);
    }

    @Test
    void aKilledQemuIsNotTheKernelsFault() throws Exception {
        try (Guest guest = boot(GuestOptions.defaults())) {
            ProcessHandle.of(guest.pid()).orElseThrow().destroyForcibly();

            GuestLost lost =
                    catchThrowableOfType(
                            GuestLost.class,
                            () ->
                                    guest.watching(
                                            () ->
                                                    guest.agent()
                                                            .call(Agent.MAIN, SystemCall.GETPID)));

            assertThat(lost.fate()).isEqualTo(Fate.ENDED);
            assertThat(lost.diagnostic().message())
                    .isEqualTo(
                            "QEMU ended at work, with status 137, and the kernel had not"
                                    + " complained.");
        }
    }

    @Test
    void aCallThatDoesNotEndIsSilence() throws Exception {
        GuestOptions options = GuestOptions.defaults();
        try (Guest guest = boot(options.withLimits(options.bootLimit(), Duration.ofSeconds(5)))) {
            GuestLost lost =
                    catchThrowableOfType(
                            GuestLost.class,
                            () ->
                                    guest.watching(
                                            () ->
                                                    guest.agent()
                                                            .call(
                                                                    Agent.MAIN,
                                                                    SystemCall.PPOLL,
                                                                    0,
                                                                    0,
                                                                    0,
                                                                    0,
                                                                    0)));

            assertThat(lost.fate()).isEqualTo(Fate.SILENT);
            assertThat(lost.diagnostic().message())
                    .isEqualTo("The agent did not answer ppoll on worker 0 within 5 s.");
        }
    }

    @Test
    void aGuestThatCannotBeSavedGoesOn() throws Exception {
        Path full = Files.createSymbolicLink(temporary.resolve("state"), Path.of("/dev/full"));
        try (Guest guest = boot(GuestOptions.defaults())) {
            assertThatThrownBy(() -> guest.save(full)).isInstanceOf(IOException.class);

            assertThat(full).doesNotExist();
            assertThat(guest.agent().call(Agent.MAIN, SystemCall.GETPID)).isEqualTo(1);
        }
    }

    @Test
    void aKernelThatIsToldToDieAtBootSaysSo() throws Exception {
        GuestLost lost =
                catchThrowableOfType(
                        GuestLost.class,
                        () ->
                                boot(
                                        GuestOptions.defaults()
                                                .withKernelArguments(
                                                        List.of("rdinit=/no/such/init"))));

        assertThat(lost.fate()).isEqualTo(Fate.CRASHED);
        assertThat(lost.diagnostic().message())
                .startsWith("The kernel crashed before the guest was ready: Kernel panic");
    }

    @Test
    void aQemuThatRefusesItsOptionsSaysWhy() throws Exception {
        GuestLost lost =
                catchThrowableOfType(
                        GuestLost.class,
                        () -> boot(GuestOptions.defaults().withCpu("no-such-cpu")));

        assertThat(lost.fate()).isEqualTo(Fate.ENDED);
        assertThat(lost.diagnostic().toString())
                .startsWith("QEMU ended before the guest was ready, with status 1")
                .contains("no-such-cpu");
        assertThat(BootTest.left()).doesNotContain(temporary);
    }

    private static Guest boot(GuestOptions options) throws Exception {
        return Guest.boot(Live.qemu(), Live.anyKernel(), options);
    }

    private static boolean write(Guest guest, String path, String text) {
        guest.calls(Agent.MAIN).writeText(path, text, SystemCalls.O_WRONLY);
        return true;
    }
}
