package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import probity.spi.Action;
import probity.spi.Architecture;
import probity.spi.AttachResult;
import probity.spi.CallResult;
import probity.spi.Done;
import probity.spi.Ending;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.KnownRun;
import probity.spi.MisuseException;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Refused;
import probity.spi.RegisterFile;
import probity.spi.Result;
import probity.spi.Role;
import probity.spi.SetKind;
import probity.spi.Target;

/** Plans on a kernel that calls what it is told to. */
class PlanRunTest {
    private static final String LEAF = "bpf_fentry_test6";
    private static final String OTHER = "bpf_fentry_test5";
    private static final String LOOP = "ep_loop_check_proc";
    private static final RegisterFile NOTHING = RegisterFile.empty(Architecture.ARM64);
    private static final Probe PROBE =
            Probe.of("A", ProbeKind.MULTI, LEAF).onEntry(new Action.Read("look", "sp"));

    private final FakeCalls kernel = new FakeCalls();
    private final Hooks hooks = kernel.hooks(Map.of());
    private final Tallies tallies = new Tallies(hooks, kernel.events, kernel.bpf);
    private final List<String> called = new ArrayList<>();
    private List<Event> hits = List.of();
    private Optional<String> complaint = Optional.empty();

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void every_hit_is_reported_and_counted_wherever_it_was() {
        hits = List.of(hit(OTHER, 0), hit(LEAF, 1), hit(LEAF, 2));
        Execution seen = run(new Plan.Attach(PROBE), call(LEAF, NOTHING, 0));

        assertThat(seen.events()).extracting(Event::function).containsExactly(OTHER, LEAF, LEAF);
        assertThat(tallies.of("A").entriesRun()).hasValue(3);
    }

    @Test
    void events_are_numbered_through_the_plan() {
        hits = List.of(hit(LEAF, 0));
        Execution seen =
                run(new Plan.Attach(PROBE), call(LEAF, NOTHING, 0), call(LEAF, NOTHING, 0));

        assertThat(seen.events()).extracting(Event::sequence).containsExactly(0, 1);
    }

    @Test
    void a_call_is_made_in_the_way_and_the_depth_that_it_takes() {
        run(call(LEAF, NOTHING, 0), call(LOOP, NOTHING, 1));

        assertThat(called).containsExactly("TEST_RUN 0", "EPOLL 1");
    }

    @Test
    void a_call_that_returned_has_the_known_result() {
        CallResult result = (CallResult) run(call(LEAF, NOTHING, 0)).steps().get(0);

        assertThat(result.ending()).isEqualTo(Ending.RETURNED);
        assertThat(result.after()).contains(NOTHING.with("x0", 111));
    }

    @Test
    void a_complaint_of_the_caller_ends_the_plan() {
        complaint = Optional.of("It returned 3.");
        Execution seen = run(call(LEAF, NOTHING, 0), call(LEAF, NOTHING, 0));

        assertThat(seen.steps()).hasSize(1);
        assertThat(((CallResult) seen.steps().get(0)).ending()).isEqualTo(Ending.TRAP);
        assertThat(((CallResult) seen.steps().get(0)).detail()).isEqualTo("It returned 3.");
    }

    @Test
    void what_was_refused_cannot_be_detached() {
        kernel.answers.put("bpf 28", -22L);
        Execution seen = run(new Plan.Attach(PROBE), new Plan.Detach("A"));

        assertThat(seen.steps().get(0)).isInstanceOf(Refused.class);
        assertThat(seen.steps().get(1))
                .isEqualTo(new Refused("ENOENT", "Probe A was refused before."));
    }

    @Test
    void what_is_attached_can_and_keeps_its_counts() {
        hits = List.of(hit(LEAF, 0));
        kernel.info = missed(3);
        Execution seen = run(new Plan.Attach(PROBE), call(LEAF, NOTHING, 0), new Plan.Detach("A"));

        assertThat(seen.steps().get(2)).isEqualTo(new Done());
        assertThat(tallies.of("A").entriesRun()).hasValue(1);
        assertThat(tallies.of("A").entriesMissed()).hasValue(3);
        assertThat(tallies.of("A").exitsMissed()).isEmpty();
    }

    @Test
    void plans_that_cannot_be_run_are_misuse() {
        assertMisuse(call("vfs_read", NOTHING, 0), "There is no target named vfs_read.");
        assertMisuse(
                call(LEAF, NOTHING.with("x0", 5), 0),
                "The kernel calls bpf_fentry_test6 with 0x10 in x0, and nothing else can be"
                        + " chosen.");
        assertMisuse(
                call(LOOP, NOTHING, 2),
                "ep_loop_check_proc calls itself at most 1 times on this candidate, and not 2.");
        assertMisuse(new Plan.Detach("B"), "No probe named B is attached.");
        assertMisuse(new Plan.EndTask(0), "The tasks of this candidate do not end.");
    }

    private void assertMisuse(Plan.Step step, String message) {
        assertThatThrownBy(() -> run(step)).isInstanceOf(MisuseException.class).hasMessage(message);
    }

    private Execution run(Plan.Step... steps) {
        PlanRun run =
                new PlanRun(
                        Plan.of(steps),
                        (task, way, depth, function) -> {
                            called.add(way + " " + depth);
                            return new Rounds.Round(complaint, hits);
                        },
                        hooks,
                        List.of(target(LEAF, 0), target(OTHER, 0), target(LOOP, 1)),
                        tallies,
                        this::attach);
        run.check();
        while (run.hasNext()) {
            run.next();
        }
        return run.execution();
    }

    private AttachResult attach(Probe probe) {
        AttachResult answer = hooks.attach(probe);
        tallies.attached(probe, answer);
        return answer;
    }

    /** {@code struct bpf_link_info} of a multi-kprobe. */
    private static byte[] missed(int count) {
        byte[] info = new byte[64];
        info[32] = (byte) count;
        return info;
    }

    private static Plan.Call call(String function, RegisterFile registers, int depth) {
        return new Plan.Call(0, 0, function, registers, List.of(), depth);
    }

    private static Event hit(String function, int sequence) {
        return SeenEvents.entry("A", function, sequence, SetKind.CONTEXT);
    }

    private static Target target(String name, int deepest) {
        KnownRun run = new KnownRun(name, OptionalInt.empty(), NOTHING, NOTHING, List.of(), "");
        List<List<KnownRun>> runs = java.util.Collections.nCopies(deepest + 1, List.of(run));
        return new Target(
                name,
                Role.LEAF,
                0x1000,
                0x20,
                0x1000,
                0x1004,
                0x1008,
                List.of(probity.spi.Parameter.free("a", "x0", 32)),
                List.of(new Result("x0", 32)),
                0,
                0,
                List.of(),
                List.of(),
                Optional.of(NOTHING.with("x0", 16)),
                Optional.of(NOTHING.with("x0", 111)),
                runs);
    }
}
