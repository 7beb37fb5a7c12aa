package probity.linux.live;

import java.util.List;
import java.util.Optional;
import probity.linux.bpf.handler.SessionCalls;
import probity.linux.btf.Btf;
import probity.linux.btf.BtfFunction;
import probity.spi.CandidateUnavailable;

/**
 * The BTF ids of functions that programs name.
 *
 * @param test of the first function that a test run calls
 * @param session of those that sessions need, where the kernel has them
 */
record ProgramIds(int test, Optional<SessionCalls> session) {
    static ProgramIds of(Btf btf) throws CandidateUnavailable {
        BtfFunction test =
                btf.function(KernelFunction.FIRST)
                        .orElseThrow(
                                () -> new CandidateUnavailable(LiveProblems.noTargets(List.of())));
        return new ProgramIds(test.id(), SessionCalls.of(btf));
    }
}
