package probity.linux.live;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import probity.spi.Role;

/**
 * A function that the kit can make a kernel call, and what is known of the call from how it is
 * made.
 *
 * @param name its symbol
 * @param role what it serves as here
 * @param way how it is called
 * @param arguments the constants it is given, in order; what follows is not known
 * @param returns what is known of what it returns
 */
record KernelFunction(String name, Role role, Way way, List<Long> arguments, Returns returns) {
    private static final int ENXIO = 6;

    /**
     * The functions of the kernel's own tests. The one with most arguments stands first among the
     * leaves, since there most can be confused. The last is handed a pointer.
     */
    private static final List<KernelFunction> TESTS =
            List.of(
                    test(6, Role.LEAF, 111, 16, 17, 18, 19, 20, 21),
                    test(5, Role.LEAF, 65, 11, 12, 13, 14, 15),
                    test(4, Role.LEAF, 34, 7, 8, 9, 10),
                    test(3, Role.LEAF, 15, 4, 5, 6),
                    test(2, Role.LEAF, 5, 2, 3),
                    test(1, Role.PLAIN, 2, 1),
                    test(7, Role.PLAIN, 0, 0),
                    test(8, Role.PLAIN, 0));

    /** Those on the way of an open, the outermost first; no kernel has all of them. */
    private static final List<KernelFunction> OPENS =
            Stream.of(
                            "do_sys_openat2",
                            "do_filp_open",
                            "do_file_open",
                            "path_openat",
                            "vfs_open",
                            "do_dentry_open",
                            "fifo_open")
                    .map(KernelFunction::open)
                    .toList();

    private static final KernelFunction LOOP =
            new KernelFunction(
                    "ep_loop_check_proc", Role.RECURSIVE, Way.EPOLL, List.of(), Returns.UNKNOWN);

    /** Once with what is left of the timer, and once with its interval. */
    private static final KernelFunction TIMESPEC =
            new KernelFunction(
                    "ns_to_timespec64", Role.WIDE_RESULT, Way.TIMER, List.of(), Returns.TIMESPEC);

    /** Without any of the three sets of files, and with a frame of several hundred bytes. */
    private static final KernelFunction SELECT =
            new KernelFunction(
                    "core_sys_select",
                    Role.CALLEE_SAVED,
                    Way.SELECT,
                    List.of((long) EmptySelect.FILES, 0L, 0L, 0L),
                    Returns.constant(0));

    /**
     * The ninth argument is a list, which stays as empty as it is: that it arrives is seen by
     * nobody. Kernels before 6.6 have none.
     */
    private static final KernelFunction MAP =
            new KernelFunction(
                    "do_mmap",
                    Role.STACK_ARGUMENTS,
                    Way.MAP,
                    FixedMapping.ARGUMENTS,
                    Returns.constant(FixedMapping.ADDRESS));

    /** Calls all of the tests, one after the other. */
    private static final KernelFunction TESTER =
            new KernelFunction(
                    "bpf_prog_test_run_tracing",
                    Role.CALLER,
                    Way.TEST_RUN,
                    List.of(),
                    Returns.constant(0));

    /** All of them. */
    static final List<KernelFunction> ALL =
            Stream.of(TESTS, OPENS, List.of(TESTER, LOOP, TIMESPEC, SELECT, MAP))
                    .flatMap(List::stream)
                    .toList();

    /** The function whose BTF id a test run's program is loaded with. */
    static final String FIRST = "bpf_fentry_test1";

    private static KernelFunction test(int number, Role role, long result, long... arguments) {
        List<Long> list = Arrays.stream(arguments).boxed().toList();
        return new KernelFunction(
                "bpf_fentry_test" + number, role, Way.TEST_RUN, list, Returns.constant(result));
    }

    /** Each hands on what the innermost one returns. */
    private static KernelFunction open(String name) {
        return new KernelFunction(name, Role.CHAIN, Way.OPEN, List.of(), Returns.constant(-ENXIO));
    }

    /** How a function of this name is called. */
    static Way wayTo(String name) {
        return ALL.stream()
                .filter(function -> function.name().equals(name))
                .map(KernelFunction::way)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing calls " + name + "."));
    }

    /** The value of an argument, if it is a constant. */
    Optional<Long> argument(int index) {
        return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
    }
}
