package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import probity.linux.guest.GuestOptions;
import probity.spi.CandidateUnavailable;

class LinuxOptionsTest {
    @Test
    void without_options_kernels_boot_so_that_runs_can_be_compared() throws Exception {
        GuestOptions options = LinuxOptions.read(Map.of()).guest();

        assertThat(options.qemu()).isEqualTo("qemu-system-aarch64");
        assertThat(options.kernelArguments())
                .containsExactly("nokaslr", "randomize_kstack_offset=off");
    }

    @Test
    void every_option_has_an_effect() throws Exception {
        LinuxOptions read =
                LinuxOptions.read(
                        Map.of(
                                "probity.linux.qemu", "/opt/qemu",
                                "probity.linux.cpu", "max",
                                "probity.linux.memory", "1024",
                                "probity.linux.arguments", " ftrace=nop  quiet",
                                "probity.linux.boot.timeout", "9",
                                "probity.linux.console", "logs",
                                "probity.linux.guests", "7"));
        GuestOptions options = read.guest();

        assertThat(read.guests()).isEqualTo(7);
        assertThat(options.qemu()).isEqualTo("/opt/qemu");
        assertThat(options.cpu()).isEqualTo("max");
        assertThat(options.memory()).isEqualTo(1024);
        assertThat(options.kernelArguments()).endsWith("ftrace=nop", "quiet");
        assertThat(options.bootLimit()).isEqualTo(Duration.ofSeconds(9));
        assertThat(options.keepConsole()).contains(Path.of("logs"));
        assertThat(LinuxOptions.known()).hasSize(7);
    }

    @Test
    void all_bad_values_are_named_at_once() {
        CandidateUnavailable thrown =
                catchThrowableOfType(
                        CandidateUnavailable.class,
                        () ->
                                LinuxOptions.read(
                                        Map.of(
                                                "probity.linux.memory", "much",
                                                "probity.linux.guests", "1025",
                                                "probity.linux.boot.timeout", "0")));

        assertThat(thrown.diagnostic().code()).isEqualTo("bad-linux-option");
        assertThat(thrown.diagnostic().causes())
                .containsExactly(
                        "probity.linux.memory is 'much', and takes a whole number above 0.",
                        "probity.linux.boot.timeout is '0', and takes a whole number above 0.",
                        "probity.linux.guests is '1025', and takes a whole number from 1 to 1024.");
    }

    @Test
    void as_many_guests_as_the_machine_has_room_for() throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();

        assertThat(LinuxOptions.read(Map.of()).guests()).isBetween(1, processors);
        assertThat(LinuxOptions.read(Map.of("probity.linux.memory", "1000000000")).guests())
                .isEqualTo(1);
    }
}
