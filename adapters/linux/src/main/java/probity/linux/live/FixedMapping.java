package probity.linux.live;

import java.util.List;
import java.util.Optional;
import probity.linux.agent.Errno;
import probity.linux.agent.SystemCall;

/** Maps one page at an address of the kit's, in the place of the one that was there before. */
final class FixedMapping implements Trigger {
    /** Below 2^36, where the smallest address space of a process ends, and above the agent. */
    static final long ADDRESS = 0x8_7654_0000L;

    private static final long SIZE = 4096;
    private static final long PROT_READ = 1;
    private static final long PRIVATE_FIXED_ANONYMOUS = 0x32;

    /** What {@code do_mmap} gets: no file, the above, no further flags, no offset. */
    static final List<Long> ARGUMENTS =
            List.of(0L, ADDRESS, SIZE, PROT_READ, PRIVATE_FIXED_ANONYMOUS, 0L, 0L);

    @Override
    public Optional<String> run(Caller caller, int depth) {
        long mapped =
                caller.calls()
                        .call(
                                SystemCall.MMAP,
                                ADDRESS,
                                SIZE,
                                PROT_READ,
                                PRIVATE_FIXED_ANONYMOUS,
                                -1,
                                0);
        return mapped == ADDRESS
                ? Optional.empty()
                : Optional.of(
                        "A page that was to be mapped at 0x%x was answered %s."
                                .formatted(ADDRESS, answer(mapped)));
    }

    private static String answer(long mapped) {
        return Errno.isError(mapped) ? Errno.result(mapped) : "0x%x".formatted(mapped);
    }
}
