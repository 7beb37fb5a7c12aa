package probity.linux.agent;

/** The kernel refused a system call that the kit needs to succeed. */
public final class SystemCallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int errno;

    /**
     * A refusal.
     *
     * @param what the call with what matters of its arguments: {@code openat of /proc/kallsyms}
     * @param errno the error number, positive
     */
    public SystemCallFailed(String what, int errno) {
        super("The %s failed with -%s.".formatted(what, Errno.name(errno)));
        this.errno = errno;
    }

    /** The error number, positive. */
    public int errno() {
        return errno;
    }

    /** Its name, such as {@code ENOENT}. */
    public String errnoName() {
        return Errno.name(errno);
    }
}
