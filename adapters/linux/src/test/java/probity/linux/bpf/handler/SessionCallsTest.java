package probity.linux.bpf.handler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import probity.linux.btf.BtfBuilder;

class SessionCallsTest {
    @Test
    void both_are_found_by_name() {
        BtfBuilder kernel = new BtfBuilder();
        int bool = kernel.integer("_Bool", 1, false);
        int isReturn = kernel.function("bpf_session_is_return", bool);
        int cookie = kernel.function("bpf_session_cookie", bool, "ctx", bool);

        assertThat(SessionCalls.of(kernel.read())).contains(new SessionCalls(isReturn, cookie));
    }

    @Test
    void a_kernel_that_lacks_one_has_no_sessions() {
        BtfBuilder kernel = new BtfBuilder();
        kernel.function("bpf_session_is_return", kernel.integer("_Bool", 1, false));

        assertThat(SessionCalls.of(kernel.read())).isEmpty();
    }
}
