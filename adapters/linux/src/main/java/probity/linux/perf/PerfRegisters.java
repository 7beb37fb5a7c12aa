package probity.linux.perf;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The registers that a sample on arm64 can hold, in the order of their bits in a mask. */
final class PerfRegisters {
    static final List<String> NAMES =
            Stream.concat(
                            IntStream.rangeClosed(0, 30).mapToObj(number -> "x" + number),
                            Stream.of("sp", "pc"))
                    .toList();

    /** All of them. */
    static final long ALL = (1L << NAMES.size()) - 1;

    private PerfRegisters() {}
}
