package probity.linux.live;

import java.util.Optional;
import probity.linux.agent.Errno;
import probity.linux.agent.Scratch;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCallFailed;
import probity.linux.agent.SystemCalls;

/**
 * Opens a FIFO that nobody reads, for writing and without waiting. That goes all the way down to
 * the FIFO's own open, which says {@code -ENXIO}, and everybody on the way hands that on: so the
 * result of every target is known, and no descriptor is left.
 */
final class FailingOpen implements Trigger {
    private static final String PATH = "/probity.fifo";
    private static final long AT_FDCWD = -100;
    private static final int S_IFIFO = 0010000;
    private static final int MODE = 0600;
    private static final int O_WRONLY = 1;
    private static final int O_NONBLOCK = 04000;
    private static final int ENXIO = 6;
    private static final int EEXIST = 17;

    /** Makes the FIFO, where no earlier instance did. */
    FailingOpen(SystemCalls calls) {
        Scratch scratch = calls.scratch();
        long made =
                calls.call(
                        scratch,
                        SystemCall.MKNODAT,
                        AT_FDCWD,
                        scratch.text(PATH),
                        S_IFIFO | MODE,
                        0);
        if (Errno.isError(made) && made != -EEXIST) {
            throw new SystemCallFailed(SystemCall.MKNODAT + " of " + PATH, (int) -made);
        }
    }

    @Override
    public Optional<String> run(Caller caller, int depth) {
        Scratch scratch = caller.calls().scratch();
        long result =
                caller.calls()
                        .call(
                                scratch,
                                SystemCall.OPENAT,
                                AT_FDCWD,
                                scratch.text(PATH),
                                O_WRONLY | O_NONBLOCK,
                                0);
        return result == -ENXIO
                ? Optional.empty()
                : Optional.of(
                        "The open of a FIFO that nobody reads answered %s instead of -ENXIO."
                                .formatted(Errno.result(result)));
    }
}
