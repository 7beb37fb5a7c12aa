package probity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static probity.reference.Rig.CAPTURE;
import static probity.reference.Rig.HERE;
import static probity.reference.Rig.WALK;
import static probity.reference.Rig.call;
import static probity.reference.Rig.events;
import static probity.reference.Rig.fprobe;
import static probity.reference.Rig.probe;
import static probity.reference.Rig.walked;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import probity.spi.Action;
import probity.spi.Activation;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.Helper;
import probity.spi.Observation;
import probity.spi.Plan;
import probity.spi.ProbeKind;
import probity.spi.Sample;
import probity.spi.Side;
import probity.spi.Walk;

/** Walks: real activations only, none missed, whatever is hooked. */
class WalkTest {
    private static final String[] CHAIN = {"chain_a", "chain_b", "chain_c", "chain_d"};

    /** The return addresses of an activation and all its callers, innermost first. */
    private static List<Long> callers(Execution execution, String function) {
        List<Long> addresses = new ArrayList<>();
        Optional<Activation> frame = Optional.of(Rig.activation(execution, function));
        while (frame.isPresent()) {
            addresses.add(frame.get().returnAddress());
            frame =
                    frame.get().parent().isPresent()
                            ? Optional.of(
                                    execution.activations().get(frame.get().parent().getAsInt()))
                            : Optional.empty();
        }
        return addresses;
    }

    private static List<Long> and(long first, List<Long> rest) {
        List<Long> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    private static Event event(Execution execution, String function, Side side) {
        return execution.events().stream()
                .filter(event -> event.function().equals(function) && event.side() == side)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "light-sparse-1",
                "light-relocated-2",
                "light-denied-3",
                "full-embedded-1",
                "full-embedded-2-hand"
            })
    void contextAndHereShowEveryActivation(String design) {
        try (Rig rig = Rig.of(design)) {
            rig.attach(fprobe("f", CHAIN).onEntry(WALK, HERE).onExit(WALK, HERE));
            rig.attach(probe("m", ProbeKind.MULTI, CHAIN).onEntry(WALK, HERE));
            rig.attach(probe("x", ProbeKind.MULTI, CHAIN).onExit(WALK, HERE));

            Execution execution = rig.run(call("chain_a", 4));

            assertThat(execution.events()).hasSize(16);
            for (Event event : execution.events()) {
                List<Long> callers = callers(execution, event.function());
                boolean entry = event.side() == Side.ENTRY;
                List<Long> expected =
                        entry
                                ? and(rig.target(event.function()).resumeAddress(), callers)
                                : callers;
                assertThat(walked(event, "walk")).as("%s", event).isEqualTo(expected);
                List<Long> here = walked(event, "here");
                assertThat(here.subList(1, here.size())).as("%s", event).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light-sparse-1", "light-sparse-1-hand", "full-embedded-2-hand"})
    void twoKindsOnEachFrameAreBothResolved(String design) {
        try (Rig rig = Rig.of(design)) {
            rig.attach(
                    probe("k", ProbeKind.KRETPROBE, CHAIN).onEntry(WALK, HERE).onExit(WALK, HERE));
            rig.attach(fprobe("f", CHAIN).onEntry(WALK, HERE).onExit(WALK, HERE));

            Execution execution = rig.run(call("chain_a", 4));

            assertThat(execution.events()).hasSize(16);
            for (Event event : execution.events()) {
                List<Long> callers = callers(execution, event.function());
                long pc =
                        event.probe().equals("k")
                                ? rig.target(event.function()).address()
                                : rig.target(event.function()).resumeAddress();
                List<Long> expected = event.side() == Side.ENTRY ? and(pc, callers) : callers;
                assertThat(walked(event, "walk")).as("%s", event).isEqualTo(expected);
                List<Long> here = walked(event, "here");
                assertThat(here.subList(1, here.size())).as("%s", event).isEqualTo(expected);
            }
        }
    }

    @Test
    void recursionReportsEachFrameOnce() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            rig.attach(fprobe("f", "recursive").onEntry(WALK).onExit(WALK));

            Execution execution = rig.run(call("recursive", 5));

            assertThat(execution.events().stream().map(e -> walked(e, "walk").size()))
                    .containsExactly(2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1);
        }
    }

    @Test
    void aTailCallersFrameIsGone() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            rig.attach(fprobe("f", "tail_first", "tail_second", "plain_000").onEntry(WALK));

            Execution execution = rig.run(call("tail_caller", 5, 6));

            Event inner = event(execution, "plain_000", Side.ENTRY);
            assertThat(walked(inner, "walk"))
                    .isEqualTo(
                            and(
                                    rig.target("plain_000").resumeAddress(),
                                    callers(execution, "plain_000")))
                    .hasSize(4);
        }
    }

    @Test
    void signedReturnAddressesAreStripped() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            rig.attach(fprobe("f", "pauth_outer", "pauth_inner", "leaf_long").onEntry(WALK));

            Execution execution = rig.run(call("pauth_outer", 5, 6));

            Event inner = event(execution, "leaf_long", Side.ENTRY);
            assertThat(walked(inner, "walk"))
                    .isEqualTo(
                            and(
                                    rig.target("leaf_long").resumeAddress(),
                                    callers(execution, "leaf_long")))
                    .hasSize(4);
        }
    }

    @Test
    void aBlockedTaskShowsTheSameAsUnhooked() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            Plan.Step[] plan = {call("blocking_outer", 3), new Plan.WalkTask(0)};
            rig.attach(fprobe("f", "blocking_outer", "blocking_middle", "blocking"));
            rig.attach(
                    probe("k", ProbeKind.KRETPROBE, "blocking_middle", "blocking").onExit(CAPTURE));

            Execution hooked = rig.run(plan);

            assertThat(hooked.steps().get(1)).isEqualTo(rig.unhookedRun(plan).steps().get(1));
            assertThat(((Walk) hooked.steps().get(1)).frames())
                    .endsWith(callers(hooked, "blocking").toArray(Long[]::new));
        }
    }

    @Test
    void helpersSampleAndWalkAgree() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            Action[] actions = {
                WALK,
                new Action.Help("stack", Helper.GET_STACK),
                new Action.Help("id", Helper.GET_STACKID),
                new Action.Help("ip", Helper.GET_FUNC_IP),
                new Action.Help("cookie", Helper.GET_ATTACH_COOKIE),
                new Action.Sample("sample", List.of("x0", "x19", "sp"))
            };
            rig.attach(
                    probe("m", ProbeKind.MULTI, "chain_b", "chain_d")
                            .onEntry(actions)
                            .withCookies(List.of(11L, 22L)));

            Event event = rig.run(call("chain_a", 4)).events().get(1);

            List<Long> walk = walked(event, "walk");
            assertThat(helped(event, "stack")).isEqualTo(walk);
            assertThat(helped(event, "id")).isEqualTo(walk);
            assertThat(helped(event, "ip")).containsExactly(rig.target("chain_d").address());
            assertThat(helped(event, "cookie")).containsExactly(22L);
            Sample sample =
                    event.find("sample", Observation.Sampled.class)
                            .orElseThrow()
                            .sample()
                            .orElseThrow();
            assertThat(sample.callChain()).isEqualTo(walk);
            assertThat(sample.ip()).isEqualTo(walk.get(0));
            assertThat(sample.mode()).isEqualTo(Sample.Mode.KERNEL);
            assertThat(sample.registers().names()).containsExactly("x0", "x19", "sp");
        }
    }

    private static List<Long> helped(Event event, String label) {
        Observation.Helped helped = event.find(label, Observation.Helped.class).orElseThrow();
        assertThat(helped.code()).isZero();
        return helped.values();
    }

    @Test
    void aWalkFromANestedHitLeadsThroughTheHandlerToTheCaller() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            rig.attach(
                    fprobe("outer", "chain_d")
                            .onEntry(new Action.Call("n", "chain_b", Rig.arguments(1)))
                            .onExit(new Action.Call("n", "chain_b", Rig.arguments(1))));
            rig.attach(fprobe("inner", "chain_c").onEntry(WALK).onExit(WALK));

            Execution execution = rig.run(call("chain_a", 4));

            List<Event> nested = events(execution, "inner").stream().filter(Event::nested).toList();
            assertThat(nested).hasSize(4);
            List<Long> outside = callers(execution, "chain_d");
            for (Event event : nested) {
                assertThat(walked(event, "walk"))
                        .contains(AddressMap.NESTED_RETURN)
                        .endsWith(outside.toArray(Long[]::new))
                        .noneMatch(frame -> frame >>> 16 == AddressMap.TRAMPOLINES >>> 16);
            }
        }
    }

    @Test
    void aWalkEndsAtItsLimit() {
        try (Rig rig = Rig.of("light-sparse-1")) {
            rig.attach(probe("m", ProbeKind.MULTI, "recursive").onEntry(WALK));

            Execution execution = rig.run(call("recursive", 200));

            assertThat(walked(execution.events().get(200), "walk")).hasSize(StackWalker.LIMIT);
        }
    }
}
