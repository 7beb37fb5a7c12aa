package probity.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.spi.Side;

/** Which return hooks are pending on which frames. */
final class ReturnHooks {
    private final Timeline timeline;
    private final List<Attachment> attachments;
    private final Map<Integer, List<Attachment>> armed = new HashMap<>();

    ReturnHooks(Timeline timeline, List<Attachment> attachments) {
        this.timeline = timeline;
        this.attachments = attachments;
    }

    /** Attachments that are armed for the return of this activation, cancelled or not. */
    List<Attachment> armed(Span span) {
        return armed.computeIfAbsent(
                span.id(),
                none ->
                        attachments.stream()
                                .filter(attachment -> attachment.has(Side.EXIT))
                                .filter(attachment -> attachment.isHitBy(span))
                                .toList());
    }

    /** Whether any return hook is pending on the frame, so that x30 leads to a trampoline. */
    boolean isHooked(Span span) {
        return !armed(span).isEmpty() || isReachedFromHooked(span);
    }

    /**
     * Whether a return hook other than this attachment's is pending on the frame: of another probe
     * on the function, or of a function that tail-called it.
     */
    boolean isShared(Span span, Attachment own) {
        return armed(span).stream().anyMatch(attachment -> attachment != own)
                || isReachedFromHooked(span);
    }

    /**
     * Whether a return hook other than this attachment's is pending on the return of an activation,
     * which may be that of further ones that tail-called it.
     */
    boolean leavesThroughOthers(Span span, Attachment own) {
        return timeline.spans(span.call()).stream()
                .filter(other -> other.last() == span.last())
                .anyMatch(
                        other ->
                                armed(other).stream()
                                        .anyMatch(a -> a != own || other.id() != span.id()));
    }

    private boolean isReachedFromHooked(Span span) {
        return timeline.spans(span.call()).stream()
                .filter(other -> leadsTo(other, span))
                .anyMatch(other -> !armed(other).isEmpty());
    }

    /** Whether one activation tail-called the other, over however many others. */
    private boolean leadsTo(Span first, Span last) {
        Optional<Span> next = Optional.of(first);
        while (next.isPresent() && next.get().activation().successor().isPresent()) {
            next = timeline.find(next.get().activation().successor().getAsInt());
            if (next.isPresent() && next.get().id() == last.id()) {
                return true;
            }
        }
        return false;
    }
}
