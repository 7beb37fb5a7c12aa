package probity.spi;

/** Helpers that a program calls with its context (PTR-13; {@code bpf-helpers(7)}). */
public enum Helper {
    /** {@code bpf_get_stack}: the values are the frames' addresses. */
    GET_STACK,
    /** {@code bpf_get_stackid}, with the stack then read from the map: the frames' addresses. */
    GET_STACKID,
    /** {@code bpf_get_func_ip}: one value, the symbol's address. */
    GET_FUNC_IP,
    /** {@code bpf_get_attach_cookie}: one value. */
    GET_ATTACH_COOKIE
}
