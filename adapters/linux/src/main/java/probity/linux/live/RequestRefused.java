package probity.linux.live;

import probity.linux.agent.Errno;
import probity.spi.Refused;

/** A request of the judge's that the kernel, or what it can be asked, does not allow. */
final class RequestRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Refused refused;

    private RequestRefused(Refused refused) {
        super(refused.reason());
        this.refused = refused;
    }

    /** The kernel says no. */
    static RequestRefused byKernel(long result, String what) {
        String errno = Errno.name(-result);
        return new RequestRefused(
                new Refused(errno, "The kernel refused the %s with -%s.".formatted(what, errno)));
    }

    /** There is nobody to ask. */
    static RequestRefused impossible(String reason) {
        return new RequestRefused(new Refused("EOPNOTSUPP", reason));
    }

    /** The request contradicts itself in a way in which the kernel cannot be asked. */
    static RequestRefused invalid(String reason) {
        return new RequestRefused(new Refused("EINVAL", reason));
    }

    Refused refused() {
        return refused;
    }
}
