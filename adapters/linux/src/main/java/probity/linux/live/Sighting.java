package probity.linux.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import probity.spi.Event;
import probity.spi.Observation;
import probity.spi.RegisterFile;

/**
 * A call of a function as a second observer saw it: a kprobe on its first instruction, while
 * nothing else was hooked.
 *
 * @param function its symbol
 * @param registers those that were the same every time
 * @param callers the addresses in its callers, the direct one first; empty if they differed
 */
record Sighting(String function, RegisterFile registers, List<Long> callers) {
    static final String CAPTURE = "registers";
    static final String WALK = "callers";

    /**
     * What several runs of one trigger have in common.
     *
     * @return empty if they did not call the same functions in the same order
     */
    static Optional<List<Sighting>> common(List<List<Event>> runs) {
        List<Event> first = runs.get(0);
        List<String> functions = first.stream().map(Event::function).toList();
        boolean same =
                runs.stream()
                        .map(run -> run.stream().map(Event::function).toList())
                        .allMatch(functions::equals);
        if (!same) {
            return Optional.empty();
        }
        return Optional.of(
                IntStream.range(0, first.size())
                        .mapToObj(i -> of(runs.stream().map(run -> run.get(i)).toList()))
                        .toList());
    }

    private static Sighting of(List<Event> events) {
        RegisterFile registers = same(events.stream().map(Sighting::registers).toList());
        return new Sighting(events.get(0).function(), registers, callers(registers, events));
    }

    private static RegisterFile registers(Event event) {
        return event.find(CAPTURE, Observation.Captured.class).orElseThrow().registers();
    }

    private static RegisterFile same(List<RegisterFile> files) {
        RegisterFile first = files.get(0);
        return first.only(
                first.names().stream()
                        .filter(
                                name ->
                                        files.stream()
                                                .map(file -> file.find(name))
                                                .allMatch(first.find(name)::equals))
                        .toList());
    }

    /**
     * The link register at a function's first instruction has the address in the direct caller; a
     * walk from there shows the function itself and then the callers of the caller.
     */
    private static List<Long> callers(RegisterFile registers, List<Event> seen) {
        List<List<Long>> walks =
                seen.stream()
                        .map(e -> e.find(WALK, Observation.Walked.class).orElseThrow())
                        .map(walked -> walked.walk().frames())
                        .distinct()
                        .toList();
        if (!registers.has("x30") || walks.size() != 1 || walks.get(0).isEmpty()) {
            return List.of();
        }
        List<Long> callers = new ArrayList<>(List.of(registers.get("x30")));
        callers.addAll(walks.get(0).subList(1, walks.get(0).size()));
        return callers;
    }

    /**
     * In which of the sightings before it one was called: the last whose callers are among its own,
     * with at least one more on top.
     */
    static OptionalInt parent(List<Sighting> all, int index) {
        List<Long> callers = all.get(index).callers();
        for (int i = index - 1; i >= 0; i--) {
            List<Long> others = all.get(i).callers();
            int more = callers.size() - others.size();
            if (!others.isEmpty()
                    && more > 0
                    && callers.subList(more, callers.size()).equals(others)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
