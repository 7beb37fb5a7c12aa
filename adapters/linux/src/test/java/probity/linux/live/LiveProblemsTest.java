package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import probity.spi.Diagnostic;

class LiveProblemsTest {
    @Test
    void whatIsMissingComesWithTheWholeConfiguration() {
        Diagnostic problem = LiveProblems.lacks(List.of("There is no system call bpf."));

        assertThat(problem.code()).isEqualTo("kernel-lacks-interfaces");
        assertThat(problem.causes()).containsExactly("There is no system call bpf.");
        assertThat(problem.hint()).contains("CONFIG_BPF_EVENTS", "CONFIG_FPROBE");
    }
}
