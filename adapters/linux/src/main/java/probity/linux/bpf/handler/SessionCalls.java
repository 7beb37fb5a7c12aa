package probity.linux.bpf.handler;

import java.util.Optional;
import probity.linux.btf.Btf;

/**
 * The BTF ids of the two functions that a session's program needs.
 *
 * @param isReturn of {@code bpf_session_is_return}
 * @param cookie of {@code bpf_session_cookie}
 */
public record SessionCalls(int isReturn, int cookie) {
    static final String IS_RETURN = "bpf_session_is_return";
    static final String COOKIE = "bpf_session_cookie";

    /** Those of a kernel; empty if it has no sessions. */
    public static Optional<SessionCalls> of(Btf btf) {
        return btf.function(IS_RETURN)
                .flatMap(
                        isReturn ->
                                btf.function(COOKIE)
                                        .map(
                                                cookie ->
                                                        new SessionCalls(
                                                                isReturn.id(), cookie.id())));
    }
}
