package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import probity.spi.Action;
import probity.spi.AttachResult;
import probity.spi.Attached;
import probity.spi.Helper;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Refused;
import probity.spi.Side;

/** Which system calls become of a probe, and what is undone. */
class HooksTest {
    private static final Action LOOK = new Action.Read("look", "sp");
    private static final long EINVAL = -22;
    private static final long ENOENT = -2;

    private final FakeCalls kernel = new FakeCalls();

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void a_multi_kprobe_is_a_program_and_a_link_that_goes_first() {
        Hooks hooks = kernel.hooks(Map.of());

        assertThat(hooks.attach(multi("leaf"))).isEqualTo(new Attached(Optional.empty()));
        assertThat(kernel.said).containsExactly("bpf 5", "fcntl 12", "bpf 28");
        kernel.said.clear();
        hooks.detach("A");
        assertThat(kernel.said).containsExactly("close 13", "close 12");
        assertThat(hooks.find("A")).isEmpty();
    }

    @Test
    void a_kprobe_is_an_event_for_each_function() {
        Hooks hooks = kernel.hooks(Map.of());
        hooks.attach(Probe.of("A", ProbeKind.KPROBE, "leaf", "other").onEntry(LOOK));

        assertThat(kernel.said)
                .contains("write p:probity/e0 leaf", "write p:probity/e1 other")
                .filteredOn(call -> call.startsWith("perf_event_open"))
                .hasSize(2);
        kernel.said.clear();
        hooks.detachAll();
        assertThat(kernel.said)
                .endsWith("write -:probity/e0", "write -:probity/e1")
                .filteredOn(call -> call.startsWith("close"))
                .hasSize(3);
    }

    @Test
    void what_the_kernel_refuses_leaves_nothing_behind() {
        Hooks hooks = kernel.hooks(Map.of());
        kernel.answers.put("bpf 28", ENOENT);

        AttachResult answer = hooks.attach(multi("nowhere"));

        assertThat(answer)
                .isEqualTo(
                        new Refused(
                                "ENOENT",
                                "The kernel refused the multi-kprobe link on [nowhere] with"
                                        + " -ENOENT."));
        assertThat(kernel.said).containsExactly("bpf 5", "fcntl 12", "bpf 28", "close 12");
        assertThat(hooks.find("A")).isEmpty();
        assertThat(hooks.handlers()).isEmpty();
    }

    @Test
    void of_two_events_the_first_is_removed_if_the_second_is_refused() {
        Hooks hooks = kernel.hooks(Map.of());
        kernel.answers.put("write p:probity/e1", EINVAL);

        AttachResult answer =
                hooks.attach(Probe.of("A", ProbeKind.KPROBE, "leaf", "none").onEntry(LOOK));

        assertThat(((Refused) answer).errno()).isEqualTo("EINVAL");
        assertThat(kernel.said).endsWith("write -:probity/e0");
    }

    @Test
    void a_probe_that_cannot_be_expressed_asks_the_kernel_nothing() {
        Hooks hooks = kernel.hooks(Map.of());

        assertThat(hooks.attach(Probe.of("A", ProbeKind.MULTI, "leaf")))
                .isInstanceOf(Refused.class);
        assertThat(hooks.attach(multi("leaf").withData(16))).isInstanceOf(Refused.class);
        assertThat(hooks.attach(fprobe("leaf").onEntry(new Action.Cancel())))
                .isInstanceOf(Refused.class);
        assertThat(hooks.attach(multi("leaf", "other").withCookies(List.of(1L))))
                .isInstanceOf(Refused.class);
        assertThat(kernel.said).noneMatch(call -> call.equals("bpf 28"));
    }

    @Test
    void a_program_that_was_loaded_before_is_attached_again() {
        Hooks hooks = kernel.hooks(Map.of());
        hooks.attach(multi("leaf"));
        hooks.detach("A");
        kernel.said.clear();

        Hooks next = kernel.sameHooks();
        assertThat(next.attach(multi("other"))).isInstanceOf(Attached.class);
        next.detach("A");

        assertThat(kernel.said).containsExactly("bpf 28", "close 14");
    }

    @Test
    void a_program_with_a_map_of_its_instance_is_loaded_each_time() {
        Probe probe =
                Probe.of("A", ProbeKind.MULTI, "leaf")
                        .onEntry(new Action.Help("id", Helper.GET_STACKID));
        kernel.hooks(Map.of()).attach(probe);
        kernel.sameHooks().attach(probe);

        assertThat(kernel.said).filteredOn("bpf 5"::equals).hasSize(2);
    }

    @Test
    void a_program_that_cannot_be_kept_is_loaded_each_time() {
        Hooks hooks = kernel.hooks(Map.of());
        kernel.answers.put("fcntl", -24L);
        hooks.attach(multi("leaf"));
        hooks.detach("A");
        hooks = kernel.sameHooks();

        assertThat(hooks.attach(multi("leaf"))).isInstanceOf(Attached.class);
        assertThat(kernel.said).filteredOn("bpf 5"::equals).hasSize(2);
    }

    @Test
    void nothing_is_to_be_undone_where_nothing_was_asked_for() {
        Hooks hooks = kernel.hooks(Map.of());

        assertThat(hooks.unused()).isTrue();
        hooks.attach(multi("leaf"));
        assertThat(hooks.unused()).isFalse();
    }

    @Test
    void an_fprobe_is_an_event_for_each_side_whose_samples_go_to_the_ring_of_the_cpu() {
        Hooks hooks = kernel.hooks(Map.of());
        Probe probe = fprobe("leaf").onEntry(LOOK).onExit(LOOK);

        assertThat(hooks.attach(probe)).isEqualTo(new Attached(Optional.empty()));
        assertThat(kernel.said)
                .contains(
                        "write f:probity/e0 leaf x0=$arg1:x64 x1=$arg2:x64 x2=$arg3:x64"
                                + " x3=$arg4:x64 x4=$arg5:x64 x5=$arg6:x64 x6=$arg7:x64"
                                + " x7=$arg8:x64 sp=$stack:x64",
                        "write f:probity/e1 leaf%return x0=$retval:x64 sp=$stack:x64")
                .noneMatch(call -> call.startsWith("bpf"))
                .filteredOn(call -> call.startsWith("perf_event_open"))
                .hasSize(2);
        assertThat(kernel.said).filteredOn(call -> call.startsWith("ioctl")).hasSize(2);
        assertThat(hooks.handlers()).isEmpty();
        assertThat(hooks.fprobes())
                .containsExactly(
                        new FprobeEvent(probe, Side.ENTRY, "leaf", 1234),
                        new FprobeEvent(probe, Side.EXIT, "leaf", 1234));
        kernel.said.clear();
        hooks.detachAll();
        assertThat(kernel.said).endsWith("write -:probity/e0", "write -:probity/e1");
        assertThat(hooks.fprobes()).isEmpty();
    }

    @Test
    void an_event_on_an_fprobe_is_made_once_where_its_definition_hooks_nothing() {
        kernel.definitions =
                """
                p:probity/kept0 leaf
                f:probity/e1 other%return x0=$retval:x64 sp=$stack:x64
                f:others/kept1 other%return x0=$retval:x64 sp=$stack:x64
                f:probity/kept2 leaf%return x0=$retval:x64 sp=$stack:x64
                """;
        kernel.events.takeKept();
        Hooks hooks = kernel.hooks(Map.of());
        for (int i = 0; i < 2; i++) {
            hooks.attach(fprobe("leaf").onExit(LOOK));
            hooks.detach("F");
            assertThat(kernel.said).noneMatch(call -> call.startsWith("write"));
        }

        hooks.attach(fprobe("leaf").onExit(LOOK));
        hooks.attach(probe("G", "leaf").onExit(LOOK)); // the one that there is is in use
        hooks.attach(probe("H", "leaf").onEntry(LOOK));
        hooks.attach(probe("I", "other").onExit(LOOK));
        hooks.detachAll(); // these are kept too
        assertThat(kernel.said).noneMatch(call -> call.startsWith("write -:"));
        assertThat(kernel.said).filteredOn(call -> call.startsWith("write f:")).hasSize(3);
    }

    @Test
    void what_an_fprobe_event_cannot_do_is_refused_with_the_reason() {
        Hooks hooks = kernel.hooks(Map.of());

        assertThat(
                        hooks.attach(
                                fprobe("leaf")
                                        .onEntry(new Action.Cancel())
                                        .onExit(
                                                new Action.Read("result", "x1"),
                                                new Action.LoadData("data"))))
                .isEqualTo(
                        new Refused(
                                "EOPNOTSUPP",
                                "The entry handler of an fprobe event cancels no exit. An fprobe"
                                        + " event at exit cannot record x1. The handlers of an"
                                        + " fprobe event have no entry data."));
        assertThat(kernel.said).isEmpty();
    }

    @Test
    void a_kernel_without_fprobe_events_refuses_with_its_own_errno() {
        Hooks hooks = kernel.hooks(Map.of());
        kernel.answers.put("write f:", EINVAL);

        assertThat(hooks.attach(fprobe("leaf").onExit(LOOK)))
                .isEqualTo(
                        new Refused(
                                "EINVAL",
                                "The kernel refused the fprobe event at the exit of leaf with"
                                        + " -EINVAL."));
    }

    private static Probe fprobe(String... functions) {
        return probe("F", functions);
    }

    private static Probe probe(String name, String... functions) {
        return Probe.of(name, ProbeKind.FPROBE, functions);
    }

    private static Probe multi(String... functions) {
        return Probe.of("A", ProbeKind.MULTI, functions).onEntry(LOOK);
    }
}
