package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import probity.spi.Action;
import probity.spi.Architecture;
import probity.spi.Event;
import probity.spi.Observation;
import probity.spi.RegisterFile;
import probity.spi.SetKind;
import probity.spi.Walk;

class SightingTest {
    private static final RegisterFile EMPTY = RegisterFile.empty(Architecture.ARM64);

    @Test
    void what_differs_from_run_to_run_is_not_known() {
        Event one = event("f", EMPTY.with("x0", 1).with("x1", 7).with("x30", 0x30), 0x10, 0x40);
        Event other = event("f", EMPTY.with("x0", 2).with("x1", 7).with("x30", 0x30), 0x10, 0x40);

        List<Sighting> seen = Sighting.common(List.of(List.of(one), List.of(other))).orElseThrow();

        assertThat(seen)
                .containsExactly(
                        new Sighting(
                                "f", EMPTY.with("x1", 7).with("x30", 0x30), List.of(0x30L, 0x40L)));
    }

    @Test
    void callers_that_differ_are_not_known_either() {
        RegisterFile registers = EMPTY.with("x30", 0x30);
        List<Event> one = List.of(event("f", registers, 0x10, 0x40));
        List<Event> other = List.of(event("f", registers, 0x10, 0x44));

        assertThat(Sighting.common(List.of(one, other)).orElseThrow().get(0).callers()).isEmpty();
    }

    @Test
    void runs_that_call_something_else_have_nothing_in_common() {
        Event one = event("f", EMPTY, 0x10);
        Event other = event("g", EMPTY, 0x10);

        assertThat(Sighting.common(List.of(List.of(one), List.of(other)))).isEmpty();
        assertThat(Sighting.common(List.of(List.of(one), List.of(one, one)))).isEmpty();
    }

    @Test
    void a_function_is_called_in_the_one_whose_callers_are_its_own_too() {
        assertThat(parents(callers(1), callers(2, 1), callers(3, 2, 1))).containsExactly(-1, 0, 1);
        assertThat(parents(callers(9, 1), callers(8, 1))).containsExactly(-1, -1);
        assertThat(parents(callers(1), callers(2, 1), callers(4, 1))).containsExactly(-1, 0, 0);
        assertThat(parents(callers(1), callers(7, 5, 1))).containsExactly(-1, 0);
    }

    @Test
    void one_that_was_branched_to_has_the_parent_of_the_other() {
        assertThat(parents(callers(1), callers(2, 1), callers(2, 1))).containsExactly(-1, 0, 0);
    }

    @Test
    void without_callers_there_is_no_parent() {
        assertThat(parents(callers(), callers(2, 1), callers())).containsExactly(-1, -1, -1);
    }

    private static Sighting callers(long... callers) {
        return new Sighting("f", EMPTY, Arrays.stream(callers).boxed().toList());
    }

    private static List<Integer> parents(Sighting... all) {
        List<Sighting> list = List.of(all);
        return IntStream.range(0, list.size())
                .mapToObj(i -> Sighting.parent(list, i))
                .map(parent -> parent.orElse(-1))
                .toList();
    }

    private static Event event(String function, RegisterFile registers, long... frames) {
        return SeenEvents.entry(
                "observer",
                function,
                0,
                SetKind.FULL,
                new Observation.Captured(Sighting.CAPTURE, registers),
                new Observation.Walked(
                        Sighting.WALK,
                        Action.Walk.From.CONTEXT,
                        new Walk(Arrays.stream(frames).boxed().toList())));
    }
}
