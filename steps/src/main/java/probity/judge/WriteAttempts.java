package probity.judge;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import probity.spi.Action;
import probity.spi.Event;
import probity.spi.Observation;
import probity.spi.RegisterSet;
import probity.spi.Side;

/** The fields that handlers try to write, and what they are told (PTR-15, SYM-11). */
final class WriteAttempts {
    private WriteAttempts() {}

    /** The registers that handlers wrote to, or tried to, at one side of an activation. */
    static Set<String> at(Scene scene, Span span, Side side) {
        Set<String> registers = new TreeSet<>();
        for (Attachment attachment : scene.expectation().attachments()) {
            if (scene.matching().event(attachment, span, side).isPresent()) {
                for (Action action : attachment.actions(side)) {
                    if (action instanceof Action.Write write) {
                        registers.add(write.register());
                    }
                }
            }
        }
        return registers;
    }

    /** A write to a field declared writable is accepted; any other may be refused or not. */
    static void compareAnswers(Scene scene) {
        for (HandlerRun run : scene.handlerRuns()) {
            for (Action action : run.actions()) {
                if (action instanceof Action.Write write) {
                    answer(scene, run.event(), run.set(), write);
                }
            }
        }
    }

    private static void answer(Scene scene, Event event, RegisterSet set, Action.Write write) {
        Optional<Observation.Wrote> seen = event.find(write.label(), Observation.Wrote.class);
        boolean writable = set.writable().contains(write.register());
        boolean good = seen.isPresent() && (!writable || seen.get().code() == 0);
        scene.sheet()
                .compare(
                        Check.WRITE_ANSWER,
                        good,
                        Scene.where(event),
                        "the write to " + write.register(),
                        writable ? "accepted, being declared writable" : "answered",
                        seen.map(answer -> "code " + answer.code()).orElse("not answered"));
    }
}
