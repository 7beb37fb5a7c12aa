package probity.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import probity.spi.Action;
import probity.spi.CallResult;
import probity.spi.Ending;
import probity.spi.Event;
import probity.spi.Observation;
import probity.spi.Result;
import probity.spi.Side;
import probity.spi.Target;
import probity.spi.Word;

/**
 * Hits from inside handlers (SYM-13). Whether they run handlers is the implementation's choice; the
 * functions themselves run as ever, and no exit comes without its entry.
 */
final class NestedComparison {
    private final Scene scene;
    private final Sheet sheet;

    NestedComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
    }

    void run() {
        for (Alignment.Pair pair : scene.matching().allowed()) {
            for (Action action : pair.slot().actions()) {
                if (action instanceof Action.Fault) {
                    faulted(pair.slot(), pair.event());
                } else if (action instanceof Action.Call call) {
                    called(pair.event(), call);
                }
            }
        }
        pairing();
    }

    /**
     * TRN-10: a handler that faults is ended there. Whether the fault is contained shows in how the
     * calls go on, which is compared elsewhere; that it is reported is not asked for as well.
     */
    private void faulted(Slot slot, Event event) {
        List<Action> all = slot.attachment().actions(slot.side());
        List<Action> after = all.subList(slot.actions().size(), all.size());
        String ran =
                event.observations().stream()
                        .map(Observation::label)
                        .filter(
                                label ->
                                        !label.isEmpty()
                                                && after.stream()
                                                        .anyMatch(a -> a.label().equals(label)))
                        .collect(Collectors.joining(", "));
        sheet.compare(
                Check.HANDLER_FAULTS,
                ran.isEmpty(),
                Scene.where(event),
                "what the handler does after its fault",
                "nothing",
                ran);
    }

    private void called(Event event, Action.Call action) {
        String where = Scene.where(event);
        String subject = "the handler's call of " + action.function();
        Optional<Observation.Called> seen = event.find(action.label(), Observation.Called.class);
        boolean returned =
                seen.map(call -> call.result().ending() == Ending.RETURNED).orElse(false);
        String actual =
                seen.map(call -> call.result().ending() + " (" + call.result().detail() + ")")
                        .orElse("absent");
        sheet.compare(Check.NESTED_HITS, returned, where, subject, "RETURNED", actual);
        Optional<CallResult> truth =
                scene.expectation().nested().of(action.function(), action.registers());
        if (returned && truth.isPresent() && !anyWrites()) {
            results(where, action, truth.get(), seen.get().result());
        }
    }

    /** Whether a handler changes registers; what it hooks may be what another handler calls. */
    private boolean anyWrites() {
        return scene.expectation().attachments().stream()
                .anyMatch(
                        attachment ->
                                Stream.of(Side.values())
                                        .anyMatch(
                                                side ->
                                                        !Writes.legal(
                                                                        scene.description(),
                                                                        attachment,
                                                                        side)
                                                                .isEmpty()));
    }

    private void results(String where, Action.Call action, CallResult truth, CallResult seen) {
        Optional<Target> target = scene.names().target(action.function());
        for (Result result : target.map(Target::results).orElse(List.of())) {
            Optional<Word> expected = truth.after().flatMap(f -> f.find(result.register()));
            Optional<Word> actual = seen.after().flatMap(f -> f.find(result.register()));
            if (expected.isPresent() && actual.isPresent()) {
                Word wanted = expected.get().truncate(result.bits());
                Word got = actual.get().truncate(result.bits());
                String subject =
                        "the result in "
                                + result.register()
                                + " of the handler's call of "
                                + action.function();
                sheet.same(Check.NESTED_HITS, where, subject, wanted.toString(), got.toString());
            }
        }
    }

    private void pairing() {
        Map<String, Integer> entered = new HashMap<>();
        for (Event event : scene.matching().nested()) {
            boolean hasEntry =
                    scene.expectation().attachments().stream()
                            .filter(a -> a.probe().name().equals(event.probe()))
                            .anyMatch(a -> a.has(Side.ENTRY));
            String key = event.probe() + " " + event.function() + " " + event.task();
            if (event.side() == Side.ENTRY) {
                entered.merge(key, 1, Integer::sum);
                sheet.counted(Check.NESTED_HITS, 1);
            } else if (hasEntry) {
                sheet.compare(
                        Check.NESTED_HITS,
                        entered.merge(key, -1, Integer::sum) >= 0,
                        Scene.where(event),
                        "the exit of a hit from inside a handler",
                        "preceded by its entry",
                        "without entry");
            }
        }
    }
}
