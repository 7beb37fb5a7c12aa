package probity.linux.agent;

import java.util.Locale;
import java.util.stream.Stream;

/** System calls of arm64 by name; their numbers are the generic ones of {@code unistd.h}. */
public enum SystemCall {
    EVENTFD2(19),
    EPOLL_CREATE1(20),
    EPOLL_CTL(21),
    EPOLL_PWAIT(22),
    DUP(23),
    DUP3(24),
    FCNTL(25),
    IOCTL(29),
    MKNODAT(33),
    MKDIRAT(34),
    UNLINKAT(35),
    UMOUNT2(39),
    MOUNT(40),
    FACCESSAT(48),
    OPENAT(56),
    CLOSE(57),
    PIPE2(59),
    GETDENTS64(61),
    LSEEK(62),
    READ(63),
    WRITE(64),
    PREAD64(67),
    PSELECT6(72),
    PPOLL(73),
    FSYNC(82),
    TIMERFD_CREATE(85),
    TIMERFD_SETTIME(86),
    TIMERFD_GETTIME(87),
    EXIT(93),
    EXIT_GROUP(94),
    FUTEX(98),
    NANOSLEEP(101),
    INIT_MODULE(105),
    DELETE_MODULE(106),
    SYSLOG(116),
    SCHED_SETAFFINITY(122),
    SCHED_GETAFFINITY(123),
    SCHED_YIELD(124),
    KILL(129),
    TGKILL(131),
    REBOOT(142),
    UNAME(160),
    GETCPU(168),
    GETPID(172),
    GETPPID(173),
    GETTID(178),
    SOCKET(198),
    SENDMSG(211),
    MUNMAP(215),
    MMAP(222),
    PERF_EVENT_OPEN(241),
    FINIT_MODULE(273),
    MEMFD_CREATE(279),
    BPF(280),
    CLOSE_RANGE(436);

    private final int number;

    SystemCall(int number) {
        this.number = number;
    }

    /** Its number. */
    public int number() {
        return number;
    }

    /** The name of a number, or {@code syscall 999}. */
    static String name(long number) {
        return Stream.of(values())
                .filter(call -> call.number == number)
                .map(SystemCall::toString)
                .findFirst()
                .orElse("syscall " + number);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
