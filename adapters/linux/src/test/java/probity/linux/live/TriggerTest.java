package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said where a call comes out otherwise than it must. */
class TriggerTest {
    private static final long EFAULT = -14;
    private static final long EINVAL = -22;
    private static final long ENOSYS = -38;

    private final FakeCalls kernel = new FakeCalls();
    private final Caller caller = new Caller(kernel.calls, kernel.bpf);

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void a_test_run_answers_nothing_but_zero() {
        TestRun tests = new TestRun(kernel.bpf, 7);
        kernel.answers.put("bpf 10", 0L);
        assertThat(tests.run(caller, 0)).isEmpty();

        kernel.answers.put("bpf 10", 7L);
        assertThat(tests.run(caller, 0))
                .contains("BPF_PROG_TEST_RUN, which calls the targets, answered 7 instead of 0.");
        kernel.answers.put("bpf 10", EINVAL);
        assertThat(tests.run(caller, 0))
                .contains(
                        "BPF_PROG_TEST_RUN, which calls the targets, answered -EINVAL instead of"
                                + " 0.");
        kernel.answers.put("bpf 10", EFAULT);
        assertThat(tests.run(caller, 0).orElseThrow()).contains("one of them returned a wrong");
    }

    @Test
    void a_page_is_mapped_where_it_was_asked_for() {
        kernel.answers.put("mmap", FixedMapping.ADDRESS);
        assertThat(new FixedMapping().run(caller, 0)).isEmpty();

        kernel.answers.put("mmap", 0x7000L);
        assertThat(new FixedMapping().run(caller, 0))
                .contains("A page that was to be mapped at 0x876540000 was answered 0x7000.");
        kernel.answers.put("mmap", EINVAL);
        assertThat(new FixedMapping().run(caller, 0))
                .contains("A page that was to be mapped at 0x876540000 was answered -EINVAL.");
    }

    @Test
    void of_no_files_none_is_ready() {
        kernel.answers.put("pselect6", 0L);
        assertThat(new EmptySelect().run(caller, 0)).isEmpty();

        kernel.answers.put("pselect6", 1L);
        assertThat(new EmptySelect().run(caller, 0))
                .contains("A select of no files answered 1 instead of 0.");
    }

    @Test
    void a_timer_is_read_as_it_was_set() {
        kernel.answers.put("timerfd_settime", 0L);
        kernel.answers.put("timerfd_gettime", 0L); // and nothing is written
        Optional<String> complaint = new TimerReading(kernel.calls).run(caller, 0);

        assertThat(complaint)
                .contains(
                        "A timer was set to an interval of 1918.273645546 s with 0.000000000 s"
                                + " left. It was read as an interval of 0.000000000 s with"
                                + " 0.000000000 s left, and the call answered 0.");
    }

    @Test
    void without_timers_nothing_is_read() {
        kernel.answers.put("timerfd_create", ENOSYS);
        TimerReading reading = new TimerReading(kernel.calls);
        kernel.said.clear();

        assertThat(reading.run(caller, 0)).isEmpty();
        assertThat(kernel.said).isEmpty();
    }
}
