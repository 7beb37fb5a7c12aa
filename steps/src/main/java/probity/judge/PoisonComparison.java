package probity.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.spi.Action;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.FieldState;
import probity.spi.Observation;
import probity.spi.RegisterFile;
import probity.spi.RegisterSet;

/** Two runs over differently poisoned memory show the same where nobody saved anything (PTR-12). */
final class PoisonComparison {
    private final Scene scene;
    private final Sheet sheet;

    PoisonComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
    }

    void run() {
        scene.observed().again().ifPresent(this::compare);
    }

    private void compare(Execution again) {
        List<Event> other = again.events();
        for (HandlerRun run : scene.handlerRuns()) {
            Event event = run.event();
            Optional<Event> same =
                    other.stream()
                            .filter(e -> e.sequence() == event.sequence())
                            .filter(e -> e.probe().equals(event.probe()))
                            .filter(e -> e.side() == event.side())
                            .findFirst();
            String where = Scene.where(event);
            if (same.isEmpty()) {
                sheet.compare(
                        Check.POISON_INDEPENDENT,
                        false,
                        where,
                        "the same event of the second run",
                        "present",
                        "absent");
                continue;
            }
            Map<String, String> first = unsaved(run, event);
            Map<String, String> second = unsaved(run, same.get());
            first.forEach(
                    (what, value) ->
                            sheet.same(
                                    Check.POISON_INDEPENDENT,
                                    where,
                                    what + " in the second run",
                                    value,
                                    second.getOrDefault(what, "absent")));
        }
    }

    /** What an event shows of fields that nobody saved, and what is worked out from a context. */
    private Map<String, String> unsaved(HandlerRun run, Event event) {
        RegisterSet set = run.set();
        Names names = scene.names();
        Map<String, String> shown = new LinkedHashMap<>();
        for (Observation seen : event.observations()) {
            if (seen instanceof Observation.Captured captured) {
                add(shown, set, "", captured.label(), captured.registers());
            } else if (seen instanceof Observation.Sampled sampled) {
                sampled.sample()
                        .ifPresent(
                                sample ->
                                        add(
                                                shown,
                                                set,
                                                " in the sample",
                                                sampled.label(),
                                                sample.registers()));
            } else if (seen instanceof Observation.ReadField read
                    && isUnsaved(set, read.register())) {
                String value = read.value().map(Object::toString).orElse("absent");
                shown.put(read.register() + " (action '" + read.label() + "')", value);
            } else if (seen instanceof Observation.Helped helped) {
                shown.put("what " + helped.helper() + " gives", names.of(helped.values()));
            } else if (seen instanceof Observation.Walked walked) {
                String what = "walk (action '" + walked.label() + "')";
                shown.put("the " + what, names.of(frames(run, walked)));
            }
        }
        return shown;
    }

    /** Where a handler's own code lies is its business, also that it lies elsewhere each time. */
    private List<Long> frames(HandlerRun run, Observation.Walked walked) {
        List<Long> frames = walked.walk().frames();
        return walked.from() == Action.Walk.From.HERE
                ? Chain.of(scene.expectation(), run.slot(), frames).known(frames, scene.names())
                : frames;
    }

    private static void add(
            Map<String, String> shown,
            RegisterSet set,
            String place,
            String label,
            RegisterFile file) {
        for (String register : Widths.CONTEXT) {
            if (isUnsaved(set, register)) {
                String what = register + place + " (action '" + label + "')";
                shown.put(what, file.find(register).map(Object::toString).orElse("absent"));
            }
        }
    }

    private static boolean isUnsaved(RegisterSet set, String register) {
        return set.state(register).kind() == FieldState.Kind.UNPOPULATED;
    }
}
