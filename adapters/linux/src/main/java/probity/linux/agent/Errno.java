package probity.linux.agent;

import java.util.Map;

/** Names of error numbers, as on arm64 and every other architecture with the generic ones. */
public final class Errno {
    /** A result in this range below zero is an error number. */
    private static final int HIGHEST = 4095;

    private static final Map<Integer, String> NAMES =
            Map.ofEntries(
                    Map.entry(1, "EPERM"),
                    Map.entry(2, "ENOENT"),
                    Map.entry(3, "ESRCH"),
                    Map.entry(4, "EINTR"),
                    Map.entry(5, "EIO"),
                    Map.entry(6, "ENXIO"),
                    Map.entry(7, "E2BIG"),
                    Map.entry(8, "ENOEXEC"),
                    Map.entry(9, "EBADF"),
                    Map.entry(10, "ECHILD"),
                    Map.entry(11, "EAGAIN"),
                    Map.entry(12, "ENOMEM"),
                    Map.entry(13, "EACCES"),
                    Map.entry(14, "EFAULT"),
                    Map.entry(16, "EBUSY"),
                    Map.entry(17, "EEXIST"),
                    Map.entry(19, "ENODEV"),
                    Map.entry(20, "ENOTDIR"),
                    Map.entry(21, "EISDIR"),
                    Map.entry(22, "EINVAL"),
                    Map.entry(23, "ENFILE"),
                    Map.entry(24, "EMFILE"),
                    Map.entry(25, "ENOTTY"),
                    Map.entry(27, "EFBIG"),
                    Map.entry(28, "ENOSPC"),
                    Map.entry(29, "ESPIPE"),
                    Map.entry(30, "EROFS"),
                    Map.entry(32, "EPIPE"),
                    Map.entry(33, "EDOM"),
                    Map.entry(34, "ERANGE"),
                    Map.entry(35, "EDEADLK"),
                    Map.entry(36, "ENAMETOOLONG"),
                    Map.entry(38, "ENOSYS"),
                    Map.entry(39, "ENOTEMPTY"),
                    Map.entry(40, "ELOOP"),
                    Map.entry(61, "ENODATA"),
                    Map.entry(62, "ETIME"),
                    Map.entry(71, "EPROTO"),
                    Map.entry(75, "EOVERFLOW"),
                    Map.entry(84, "EILSEQ"),
                    Map.entry(95, "EOPNOTSUPP"),
                    Map.entry(110, "ETIMEDOUT"),
                    Map.entry(114, "EALREADY"),
                    Map.entry(116, "ESTALE"),
                    Map.entry(125, "ECANCELED"),
                    Map.entry(524, "ENOTSUPP"));

    private Errno() {}

    /** Whether a system call's result is an error number, negated. */
    public static boolean isError(long result) {
        return result < 0 && result >= -HIGHEST;
    }

    /** The name of an error number: {@code ENOENT}, or {@code errno 999} for one without a name. */
    public static String name(long errno) {
        return errno > 0 && errno <= HIGHEST
                ? NAMES.getOrDefault((int) errno, "errno " + errno)
                : "errno " + errno;
    }

    /** A system call's result as it is written in a trace: {@code 3}, {@code -ENOENT}. */
    public static String result(long result) {
        if (isError(result)) {
            return "-" + name(-result);
        }
        return result >= 0 && result <= 0xffff
                ? Long.toString(result)
                : "0x" + Long.toHexString(result);
    }
}
