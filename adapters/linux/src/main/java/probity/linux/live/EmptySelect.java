package probity.linux.live;

import java.util.Optional;
import probity.linux.agent.Errno;
import probity.linux.agent.Scratch;
import probity.linux.agent.SystemCall;

/** Asks which files of none are ready, and does not wait for one: none is. */
final class EmptySelect implements Trigger {
    /** The number of files that are asked about, if there were sets of them. */
    static final int FILES = 17;

    private static final int TIMESPEC = 16;

    @Override
    public Optional<String> run(Caller caller, int depth) {
        Scratch scratch = caller.calls().scratch();
        long noTime = scratch.room(TIMESPEC);
        long ready = caller.calls().call(scratch, SystemCall.PSELECT6, FILES, 0, 0, 0, noTime, 0);
        return ready == 0
                ? Optional.empty()
                : Optional.of(
                        "A select of no files answered %s instead of 0."
                                .formatted(Errno.result(ready)));
    }
}
