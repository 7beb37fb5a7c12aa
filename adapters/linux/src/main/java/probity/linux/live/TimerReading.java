package probity.linux.live;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import probity.linux.agent.Errno;
import probity.linux.agent.Scratch;
import probity.linux.agent.SystemCall;
import probity.linux.agent.SystemCalls;

/**
 * Reads how long a timer takes that has an interval and is not running. The kernel keeps both times
 * as nanoseconds, and makes seconds and nanoseconds of them, which the reader gets.
 */
final class TimerReading implements Trigger {
    /** In nanoseconds. */
    static final long SECOND = 1_000_000_000;

    /** Neither half is like what a register has by chance. */
    private static final long INTERVAL = 1_918 * SECOND + 273_645_546;

    private static final int CLOCK_MONOTONIC = 1;
    private static final int SIZE = 4 * Long.BYTES;
    private static final byte[] SETTING = setting();

    private final long timer;

    /** Makes the timer, which lasts as long as the guest. A kernel may have none. */
    TimerReading(SystemCalls calls) {
        timer = calls.call(SystemCall.TIMERFD_CREATE, CLOCK_MONOTONIC, 0);
        if (!Errno.isError(timer)) {
            Scratch scratch = calls.scratch();
            BpfRequests.succeeded(
                    calls.call(
                            scratch, SystemCall.TIMERFD_SETTIME, timer, 0, scratch.put(SETTING), 0),
                    "setting of a timer");
        }
    }

    /** A {@code struct itimerspec}: first the interval, then the time that is left. */
    private static byte[] setting() {
        return ByteBuffer.allocate(SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(INTERVAL / SECOND)
                .putLong(INTERVAL % SECOND)
                .array();
    }

    @Override
    public Optional<String> run(Caller caller, int depth) {
        if (Errno.isError(timer)) {
            return Optional.empty(); // nothing is called, and what nobody calls is no target
        }
        Scratch scratch = caller.calls().scratch();
        long room = scratch.room(SIZE);
        SystemCalls.Output read =
                caller.calls().output(scratch, room, SIZE, SystemCall.TIMERFD_GETTIME, timer, room);
        if (read.result() == 0 && Arrays.equals(read.bytes(), SETTING)) {
            return Optional.empty();
        }
        return Optional.of(
                "A timer was set to %s. It was read as %s, and the call answered %s."
                        .formatted(text(SETTING), text(read.bytes()), Errno.result(read.result())));
    }

    private static String text(byte[] setting) {
        ByteBuffer words = ByteBuffer.wrap(setting).order(ByteOrder.LITTLE_ENDIAN);
        return "an interval of %d.%09d s with %d.%09d s left"
                .formatted(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }
}
