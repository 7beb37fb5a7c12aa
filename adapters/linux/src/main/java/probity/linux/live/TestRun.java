package probity.linux.live;

import java.util.Optional;
import probity.linux.agent.Errno;
import probity.linux.bpf.call.ProgramCalls;

/**
 * Makes the kernel call the functions that it has for tests of tracing. It compares their results
 * itself, and answers {@code -EFAULT} where one is wrong.
 */
final class TestRun implements Trigger {
    private static final int EFAULT = 14;

    private final int program;

    /**
     * Loads what is run.
     *
     * @param function the BTF id of {@code bpf_fentry_test1}
     */
    TestRun(BpfRequests bpf, int function) {
        this.program =
                bpf.require(
                        ProgramCalls.loadTrigger("trigger", function),
                        "load of the program whose test run calls the targets");
    }

    @Override
    public Optional<String> run(Caller caller, int depth) {
        long result = caller.bpf().result(ProgramCalls.testRun(program));
        if (result == -EFAULT) {
            return Optional.of(
                    "The caller of the targets found that one of them returned a wrong result:"
                            + " BPF_PROG_TEST_RUN answered -EFAULT.");
        }
        return result == 0
                ? Optional.empty()
                : Optional.of(
                        "BPF_PROG_TEST_RUN, which calls the targets, answered %s instead of 0."
                                .formatted(Errno.result(result)));
    }
}
