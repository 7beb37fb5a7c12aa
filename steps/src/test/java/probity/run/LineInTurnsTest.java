package probity.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import probity.spi.CandidateUnavailable;

@Timeout(120)
class LineInTurnsTest {
    private static final int OFTEN = 10_000;

    private final AtomicInteger users = new AtomicInteger();
    private final LineInTurns line = new LineInTurns(candidate -> List.of());

    @Test
    void oneTrialAtATimeUsesTheLine() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> most = threads.invokeAll(List.of(trials(), trials()));
            assertThat(most.get(0).get()).isEqualTo(1);
            assertThat(most.get(1).get()).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Uses the line often, asking twice each time; the most users that were seen. */
    private Callable<Integer> trials() {
        return () ->
                IntStream.range(0, OFTEN)
                        .map(
                                number -> {
                                    int seen = used();
                                    line.done();
                                    line.done(); // most trials have not asked
                                    return seen;
                                })
                        .max()
                        .orElseThrow();
    }

    private int used() {
        try {
            line.members(null);
            int seen = users.incrementAndGet();
            line.members(null);
            Thread.yield();
            users.decrementAndGet();
            return seen;
        } catch (CandidateUnavailable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
