package probity.linux.live;

import java.util.HashMap;
import java.util.Map;
import probity.linux.agent.Errno;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;
import probity.linux.bpf.call.AttachType;
import probity.linux.bpf.call.ProgramCalls;
import probity.linux.bpf.handler.Handler;
import probity.spi.Bytes;

/**
 * The programs of one guest. The verifier takes several milliseconds for each, and most instances
 * ask for the same: so they stay loaded, attached to nothing, until the guest ends.
 */
final class Programs {
    /** The first number of the files that outlive an instance. */
    static final int KEPT = 512;

    /** The name under which the kernel lists them. */
    static final String NAME = "probity";

    private static final int MOST = 256;
    private static final int F_DUPFD = 0;

    private final SystemCalls calls;
    private final BpfRequests bpf;
    private final Map<Key, Integer> kept = new HashMap<>();

    private record Key(AttachType type, Bytes code) {}

    /**
     * A program that is loaded, or was refused.
     *
     * @param result its file, or a negative errno
     * @param ofInstance whether the file is to be closed by who attaches the program
     */
    record Loaded(long result, boolean ofInstance) {}

    Programs(SystemCalls calls, BpfRequests bpf) {
        this.calls = calls;
        this.bpf = bpf;
    }

    /** A handler's program. One that uses a map of its instance is loaded for that alone. */
    Loaded load(Handler handler, AttachType type) {
        Key key = new Key(type, Bytes.of(handler.program().bytes()));
        Integer known = kept.get(key);
        if (known != null) {
            return new Loaded(known, false);
        }
        long result = bpf.result(ProgramCalls.load(NAME, handler.program(), type));
        if (!Errno.isError(result) && !handler.keepsStacks() && kept.size() < MOST) {
            long file = calls.call(SystemCall.FCNTL, result, F_DUPFD, KEPT);
            if (!Errno.isError(file)) {
                kept.put(key, (int) file);
            }
        }
        return new Loaded(result, true);
    }
}
