package probity.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import probity.run.guard.GuardedInstance;
import probity.run.guard.TimeLimits;
import probity.spi.Capability;
import probity.spi.Description;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.ProbeKind;
import probity.spi.Side;

/** One candidate on two lanes: what is asked once, and what is each lane's own. */
@Timeout(120)
class JudgedCandidateTest {
    private static final TimeLimits PATIENT = TimeLimits.ofCall(Duration.ofMinutes(1));

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void theDescriptionIsAskedOnce() throws Exception {
        Counting candidate = new Counting();

        List<Description> answers =
                onTwoLanes(candidate, lane -> () -> lane.description(new Bystander()));

        assertThat(answers.get(0)).isSameAs(answers.get(1));
        assertThat(candidate.descriptions).hasValue(2); // the second time to see that it stays
    }

    @Test
    void whatIsDeclaredAbsentIsTriedOnce() throws Exception {
        Counting candidate = new Counting();

        onTwoLanes(candidate, lane -> () -> lane.worksAfterAll(Capability.SEES_CODE));
        assertThat(candidate.starts).hasValue(2); // one for the attempt, one for the targets

        onTwoLanes(candidate, lane -> () -> lane.worksAfterAll(ProbeKind.MULTI, Side.ENTRY));
        assertThat(candidate.starts).hasValue(2 + 2);
    }

    @Test
    void aHangOnOneLaneLeavesTheInstanceOfTheOther() {
        TimeLimits hasty = TimeLimits.ofCall(Duration.ofSeconds(1));
        JudgedCandidate judged = new JudgedCandidate("java:several", new Several(), hasty);
        JudgedCandidate one = judged.on("lane 1");
        JudgedCandidate two = judged.on("lane 2");
        try (GuardedInstance hanging = one.start(Options.defaults(), new Bystander());
                GuardedInstance other = two.start(Options.defaults(), new Bystander())) {
            assertThatThrownBy(() -> hanging.run(Miniature.call("hangs")))
                    .hasMessageContaining("did not return within 1.00 s");
            assertThat(hanging.isClosed()).isTrue();

            assertThat(other.isClosed()).isFalse();
            assertThat(other.run(Miniature.call("leaf")).steps()).hasSize(1);
        } finally {
            Stream.of(one, two).forEach(JudgedCandidate::leave);
            judged.close();
        }
    }

    @Test
    void eachLaneMakesItsCallsOnAThreadThatIsCalledAfterIt() throws Exception {
        List<String> names = new CopyOnWriteArrayList<>();
        Several candidate =
                new Several() {
                    @Override
                    public Instance start(Options options) {
                        names.add(Thread.currentThread().getName());
                        return super.start(options);
                    }
                };

        onTwoLanes(
                candidate,
                lane ->
                        () -> {
                            lane.start(Options.defaults(), new Bystander()).close();
                            return true;
                        });

        assertThat(names).containsExactlyInAnyOrder("probity lane 1", "probity lane 2");
    }

    private interface Question<T> {
        Callable<T> on(JudgedCandidate lane);
    }

    private <T> List<T> onTwoLanes(Several candidate, Question<T> question) throws Exception {
        JudgedCandidate judged = new JudgedCandidate("java:several", candidate, PATIENT);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<T>> answers =
                Stream.of("lane 1", "lane 2")
                        .map(judged::on)
                        .map(
                                lane ->
                                        threads.submit(
                                                () -> {
                                                    together.await(1, TimeUnit.MINUTES);
                                                    return question.on(lane).call();
                                                }))
                        .toList();
        return List.of(answers.get(0).get(), answers.get(1).get());
    }

    /** Counts what it is asked, and takes a moment to answer. */
    private static final class Counting extends Several {
        private final AtomicInteger descriptions = new AtomicInteger();
        private final AtomicInteger starts = new AtomicInteger();

        @Override
        public Description describe() {
            descriptions.incrementAndGet();
            Thread.yield(); // the other lane may come
            return super.describe();
        }

        @Override
        public Instance start(Options options) {
            starts.incrementAndGet();
            return super.start(options);
        }
    }
}
