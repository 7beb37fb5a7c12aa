package probity.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.spi.Event;
import probity.spi.Side;

/** Which handlers ran, and in which order. */
final class OrderComparison {
    private final Scene scene;
    private final Sheet sheet;
    private final CallEvents seen;
    private final Map<Integer, List<String>> faults = new HashMap<>();

    OrderComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
        this.seen = CallEvents.matched(scene);
    }

    void run() {
        scene.matching().extra().forEach(this::extra);
        scene.expectation().slots().forEach(this::slot);
        pairing();
        outOfOrder();
        for (LogicalCall call : scene.expectation().calls()) {
            report(call);
        }
    }

    private void slot(Slot slot) {
        Optional<Event> event = scene.matching().event(slot);
        switch (slot.need()) {
            case REQUIRED -> {
                sheet.counted(Check.EVENT_ORDER, 1);
                if (slot.attachment().probe().script(slot.side().other()).isEmpty()) {
                    sheet.counted(Check.SIDES, 1); // and nothing of the other side came, see extra
                }
                if (event.isEmpty() && !isCutOff(slot)) {
                    fault(slot.span().call(), "missing: " + name(slot) + level(slot.span()));
                }
            }
            case FORBIDDEN -> {
                sheet.counted(slot.blame(), 1);
                event.ifPresent(
                        ran ->
                                sheet.compare(
                                        slot.blame(),
                                        false,
                                        Scene.where(ran),
                                        "the handler",
                                        "left out because " + slot.why(),
                                        "run"));
            }
            default -> {} // either way is good; the counts tell whether it was counted
        }
    }

    /** Whether the plan ended before this handler's step; the ending is a difference of its own. */
    private boolean isCutOff(Slot slot) {
        int step =
                slot.side() == Side.ENTRY
                        ? slot.span().startStep()
                        : slot.span().exitStep().getAsInt();
        return step >= scene.actual().steps().size()
                || scene.expectation().divertedBefore(slot.span(), slot.position());
    }

    private void extra(Event event) {
        List<Attachment> named =
                scene.expectation().attachments().stream()
                        .filter(attachment -> attachment.probe().name().equals(event.probe()))
                        .toList();
        boolean oneSided = !named.isEmpty() && named.stream().noneMatch(a -> a.has(event.side()));
        if (oneSided) {
            String has =
                    "left out because the probe has no " + Scene.name(event.side()) + " handler";
            sheet.compare(Check.SIDES, false, Scene.where(event), "the handler", has, "run");
            return;
        }
        Optional<LogicalCall> home = seen.during(event);
        if (home.isEmpty()) {
            String none = "absent because the plan calls nothing on this task";
            sheet.compare(
                    Check.EVENT_ORDER, false, Scene.where(event), "the event", none, "present");
            return;
        }
        if (new UnseenCalls(scene.expectation()).mayReach(home.get(), event.function())) {
            String caller = home.get().call().function();
            sheet.unseen(Check.EVENT_ORDER, "Nobody saw what " + caller + " calls.");
            return;
        }
        if (!scene.expectation().writes().divert(home.get())) {
            seen.add(home.get(), event);
            fault(home.get(), "unexpected: " + name(event));
        }
    }

    /** No exit without its entry, also where both may be left out. */
    private void pairing() {
        for (Alignment.Pair pair : scene.matching().matched()) {
            Slot slot = pair.slot();
            if (slot.side() == Side.EXIT
                    && slot.need() == Slot.Need.OPTIONAL
                    && slot.attachment().has(Side.ENTRY)) {
                sheet.counted(Check.EVENT_ORDER, 1);
                if (scene.matching().event(slot.attachment(), slot.span(), Side.ENTRY).isEmpty()) {
                    fault(slot.span().call(), "without entry: " + name(pair.event()));
                }
            }
        }
    }

    private void outOfOrder() {
        Map<Integer, Integer> last = new HashMap<>();
        for (Alignment.Pair pair : scene.matching().matched()) {
            Slot slot = pair.slot();
            if (slot.need() != Slot.Need.REQUIRED) {
                continue; // which of several that may run did run is not always clear
            }
            int before = last.getOrDefault(slot.span().task(), -1);
            if (slot.position() < before) {
                fault(slot.span().call(), "too late: " + name(pair.event()));
            } else {
                last.put(slot.span().task(), slot.position());
            }
        }
    }

    private void report(LogicalCall call) {
        List<String> found = faults.getOrDefault(call.number(), List.of());
        if (found.isEmpty()) {
            return;
        }
        sheet.compare(
                Check.EVENT_ORDER,
                false,
                Scene.where(call),
                "the order of events",
                OrderString.expected(scene.expectation(), call),
                seen.order(call) + " (" + String.join("; ", found) + ")");
    }

    private void fault(LogicalCall call, String text) {
        faults.computeIfAbsent(call.number(), none -> new ArrayList<>()).add(text);
    }

    /** Which of several activations of one function, where there are several in a call. */
    private String level(Span span) {
        long same =
                scene.expectation().timeline().spans(span.call()).stream()
                        .filter(other -> other.function().equals(span.function()))
                        .count();
        return same > 1 ? " in activation " + span.id() : "";
    }

    private static String name(Slot slot) {
        String side = Scene.name(slot.side());
        return side + " of " + slot.span().function() + " for " + slot.probe();
    }

    private static String name(Event event) {
        return Scene.name(event.side()) + " of " + event.function() + " for " + event.probe();
    }
}
