package probity.linux.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrnoTest {
    @Test
    void resultsAreWrittenAsInATrace() {
        assertThat(Errno.result(0)).isEqualTo("0");
        assertThat(Errno.result(3)).isEqualTo("3");
        assertThat(Errno.result(0x450000)).isEqualTo("0x450000");
        assertThat(Errno.result(-2)).isEqualTo("-ENOENT");
        assertThat(Errno.result(-524)).isEqualTo("-ENOTSUPP");
        assertThat(Errno.result(-999)).isEqualTo("-errno 999");
        assertThat(Errno.result(-4096)).isEqualTo("0xfffffffffffff000");
    }

    @Test
    void onlyTheLast4095ValuesAreErrors() {
        assertThat(Errno.isError(-1)).isTrue();
        assertThat(Errno.isError(-4095)).isTrue();
        assertThat(Errno.isError(-4096)).isFalse();
        assertThat(Errno.isError(0)).isFalse();
    }
}
