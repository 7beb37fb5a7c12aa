package probity.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import probity.spi.Event;
import probity.spi.Side;

/** The exits of several probes run in the reverse order of their entries: the SHOULD of SYM-08. */
final class ExitOrderComparison {
    private final Scene scene;

    ExitOrderComparison(Scene scene) {
        this.scene = scene;
    }

    void run() {
        scene.expectation().timeline().spans().forEach(this::compare);
    }

    private void compare(Span span) {
        List<Event> entries = new ArrayList<>();
        List<Event> exits = new ArrayList<>();
        for (Attachment attachment : scene.expectation().attachments()) {
            Optional<Event> entry = scene.matching().event(attachment, span, Side.ENTRY);
            Optional<Event> exit = scene.matching().event(attachment, span, Side.EXIT);
            if (entry.isPresent() && exit.isPresent()) {
                entries.add(entry.get());
                exits.add(exit.get());
            }
        }
        if (entries.size() > 1) {
            entries.sort(Comparator.comparingInt(Event::sequence));
            exits.sort(Comparator.comparingInt(Event::sequence));
            Collections.reverse(entries);
            scene.sheet()
                    .same(
                            Check.EXIT_ORDER,
                            Scene.where(span, "at the return"),
                            "the order of exits",
                            probes(entries),
                            probes(exits));
        }
    }

    private static String probes(List<Event> events) {
        return events.stream().map(Event::probe).collect(Collectors.joining(", "));
    }
}
