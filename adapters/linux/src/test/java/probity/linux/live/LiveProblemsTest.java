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

    /** Type information cannot even be chosen without BPF, nor made without pahole. */
    @Test
    void whatTypeInformationNeedsIsSaidToo() {
        Diagnostic problem = LiveProblems.noBtf("/boot/Image");

        assertThat(problem.message())
                .isEqualTo("The kernel /boot/Image has no type information, BTF.");
        assertThat(problem.hint())
                .isEqualTo(
                        "Build it with CONFIG_DEBUG_INFO_BTF, which needs CONFIG_BPF_SYSCALL,"
                                + " CONFIG_DEBUG_INFO_DWARF5 and the program pahole.");
    }
}
