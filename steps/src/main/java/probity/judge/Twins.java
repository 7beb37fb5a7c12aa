package probity.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.spi.Activation;
import probity.spi.Execution;

/** Finds each activation of the unhooked run again in the hooked one, call by call, in order. */
final class Twins {
    private final Map<Integer, Activation> bySpan = new HashMap<>();

    Twins(Expectation expectation, Execution actual) {
        Map<Integer, List<Activation>> seen = new HashMap<>();
        for (Activation activation : actual.activations()) {
            if (!activation.nested()) {
                expectation
                        .callAt(activation.task(), activation.step())
                        .ifPresent(
                                call ->
                                        seen.computeIfAbsent(
                                                        call.number(), none -> new ArrayList<>())
                                                .add(activation));
            }
        }
        for (LogicalCall call : expectation.calls()) {
            pair(
                    expectation.timeline().spans(call),
                    seen.getOrDefault(call.number(), new ArrayList<>()));
        }
    }

    private void pair(List<Span> spans, List<Activation> activations) {
        activations.sort(Comparator.comparingInt(Activation::started));
        for (int i = 0; i < spans.size() && i < activations.size(); i++) {
            if (!spans.get(i).function().equals(activations.get(i).function())) {
                return; // the hooked run went another way; what follows are not twins
            }
            bySpan.put(spans.get(i).id(), activations.get(i));
        }
    }

    Optional<Activation> of(Span span) {
        return of(span.id());
    }

    Optional<Activation> of(int span) {
        return Optional.ofNullable(bySpan.get(span));
    }
}
