package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import probity.linux.guest.Guest;
import probity.spi.Attached;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Target;

/** Two instances of one kernel, each used by a thread of its own. */
@Tag("qemu")
@Timeout(300)
class TwoGuestsTest {
    private static final int ROUNDS = 20;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final CyclicBarrier together = new CyclicBarrier(2);
    private Workshop workshop;

    @BeforeEach
    void open() throws Exception {
        workshop = new Workshop();
    }

    @AfterEach
    void close() {
        workshop.close();
        threads.shutdownNow();
    }

    @Test
    void each_has_a_guest_of_its_own_which_is_used_again() throws Exception {
        assertThat(workshop.candidate().parallelism()).isEqualTo(2);

        List<Instance> two = both(this::start, this::start);
        Set<Long> guests = guests();
        assertThat(guests).hasSize(2);
        both(closing(two.get(0)), closing(two.get(1)));
        assertThat(workshop.lendsNothing()).isTrue();

        List<Instance> again = both(this::start, this::start);
        assertThat(guests()).isEqualTo(guests);
        both(closing(again.get(0)), closing(again.get(1)));
    }

    @Test
    void what_is_attached_in_one_is_not_seen_in_the_other() throws Exception {
        List<Instance> two = both(this::start, this::start);
        Instance hooked = two.get(0);
        Instance other = two.get(1);
        Target target = hooked.targets().get(0);
        assertThat(other.targets()).isEqualTo(hooked.targets());
        assertThat(hooked.attach(Workshop.probe(target))).isInstanceOf(Attached.class);

        List<Integer> events =
                both(() -> events(hooked, call(target)), () -> events(other, call(target)));
        assertThat(events).containsExactly(ROUNDS, 0);

        // the name is free there
        assertThat(both(() -> hooked.counts("A"), () -> events(other, Workshop.plan(target, 1))))
                .hasSize(2);
        both(closing(hooked), closing(other));
    }

    private int events(Instance instance, Plan plan) {
        int seen = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Execution execution = instance.run(plan);
            seen += execution.events().size();
        }
        return seen;
    }

    private static Plan call(Target target) {
        return Plan.of(
                new Plan.Call(
                        0, 0, target.name(), target.fixedArguments().orElseThrow(), List.of()));
    }

    private Instance start() {
        return workshop.candidate().start(Options.defaults());
    }

    private static Callable<Boolean> closing(Instance instance) {
        return () -> {
            instance.close();
            return true;
        };
    }

    private Set<Long> guests() {
        return workshop.guests().stream().map(Guest::pid).collect(Collectors.toSet());
    }

    /** Does both at the same time. */
    private <T> List<T> both(Callable<? extends T> one, Callable<? extends T> other)
            throws Exception {
        Future<T> first = threads.submit(() -> met(one));
        Future<T> second = threads.submit(() -> met(other));
        return List.of(first.get(), second.get());
    }

    private <T> T met(Callable<T> work) throws Exception {
        together.await(1, TimeUnit.MINUTES);
        return work.call();
    }
}
