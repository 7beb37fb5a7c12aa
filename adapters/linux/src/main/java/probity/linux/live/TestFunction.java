package probity.linux.live;

import java.util.List;
import java.util.Optional;
import probity.spi.Role;

/**
 * A function that the kernel calls in a test run, with the arguments that it is always called with.
 *
 * @param name its symbol
 * @param role what it serves as here
 * @param arguments what it is given, in order; a pointer to the caller's stack is not among them
 * @param result what it returns
 */
record TestFunction(String name, Role role, List<Long> arguments, long result) {
    /**
     * All of them. The one with most arguments stands first among the leaves, since there most can
     * be confused. The last is handed a pointer, which is whatever it is seen to be.
     */
    static final List<TestFunction> ALL =
            List.of(
                    of(6, Role.LEAF, 111, 16, 17, 18, 19, 20, 21),
                    of(5, Role.LEAF, 65, 11, 12, 13, 14, 15),
                    of(4, Role.LEAF, 34, 7, 8, 9, 10),
                    of(3, Role.LEAF, 15, 4, 5, 6),
                    of(2, Role.LEAF, 5, 2, 3),
                    of(1, Role.PLAIN, 2, 1),
                    of(7, Role.PLAIN, 0, 0),
                    of(8, Role.PLAIN, 0));

    /** The function whose BTF id the trigger is loaded with. */
    static final String FIRST = "bpf_fentry_test1";

    /** Their caller. */
    static final String CALLER = "bpf_prog_test_run_tracing";

    private static TestFunction of(int number, Role role, long result, long... arguments) {
        List<Long> list = java.util.Arrays.stream(arguments).boxed().toList();
        return new TestFunction("bpf_fentry_test" + number, role, list, result);
    }

    /** The value of an argument, if it is a constant. */
    Optional<Long> argument(int index) {
        return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
    }
}
