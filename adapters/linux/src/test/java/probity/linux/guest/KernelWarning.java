package probity.linux.guest;

import java.util.List;
import probity.linux.abi.LittleEndian;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;

/** Has a kernel warn, by asking for more memory than it ever has in one piece. */
public final class KernelWarning {
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;

    /** More than a kernel with pages of 4 KiB has in one piece, in bytes. */
    private static final long TOO_MUCH = 16 << 20;

    private KernelWarning() {}

    /** A socket through which so much may be sent as control data. */
    public static long socket(SystemCalls calls) {
        calls.writeText("/proc/sys/net/core/optmem_max", "" + Integer.MAX_VALUE, 0);
        return calls.call(SystemCall.SOCKET, AF_UNIX, SOCK_DGRAM, 0);
    }

    /** The header for sendmsg(2) that says that so much is to be sent. */
    public static byte[] header() {
        return LittleEndian.words(List.of(0L, 0L, 0L, 0L, 1L, TOO_MUCH, 0L));
    }
}
