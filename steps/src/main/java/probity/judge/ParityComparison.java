package probity.judge;

import java.util.Optional;
import java.util.OptionalLong;
import probity.spi.Activation;
import probity.spi.Counts;
import probity.spi.Event;
import probity.spi.Observation;
import probity.spi.Point;
import probity.spi.ProbeKind;
import probity.spi.RegisterFile;
import probity.spi.Result;
import probity.spi.Side;
import probity.spi.Target;
import probity.spi.Word;

/** What a kretprobe gives, an fprobe exit on the same activation gives too (RET-05). */
final class ParityComparison {
    private final Scene scene;
    private final Sheet sheet;

    ParityComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
    }

    void run() {
        for (Attachment old : scene.expectation().attachments()) {
            for (Attachment now : scene.expectation().attachments()) {
                if (old.probe().kind() == ProbeKind.KRETPROBE
                        && now.probe().kind() == ProbeKind.FPROBE
                        && now.has(Side.EXIT)) {
                    for (Span span : scene.expectation().timeline().spans()) {
                        compare(old, now, span);
                    }
                    counts(old, now);
                }
            }
        }
    }

    private void compare(Attachment old, Attachment now, Span span) {
        Optional<Event> before = scene.matching().event(old, span, Side.EXIT);
        Optional<Event> after = scene.matching().event(now, span, Side.EXIT);
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        String where = Scene.where(after.get());
        Target target = span.target().orElseThrow();
        for (Result result : target.results()) {
            int bits = Widths.bits(target, Point.RETURN, result.register());
            value(
                    where,
                    "the result in " + result.register(),
                    captured(before.get(), result.register()).map(word -> word.truncate(bits)),
                    captured(after.get(), result.register()).map(word -> word.truncate(bits)));
        }
        value(where, "the return address", address(before.get()), address(after.get()));
        boolean sameScript =
                old.probe().entry().equals(now.probe().entry())
                        && old.probe().entryData() == now.probe().entryData();
        if (sameScript) {
            Optional<String> one = data(before.get());
            Optional<String> other = data(after.get());
            if (one.isPresent() && other.isPresent()) {
                same(where, "the entry data", one.get(), other.get());
            }
        }
    }

    private void counts(Attachment old, Attachment now) {
        Counts before = scene.observed().counts().get(old.probe().name());
        Counts after = scene.observed().counts().get(now.probe().name());
        boolean alike =
                old.probe().functions().equals(now.probe().functions())
                        && scene.expectation().room().sufficesAlways()
                        && scene.actual().activations().stream().noneMatch(Activation::nested);
        if (before != null && after != null && alike) {
            OptionalLong one = before.exitsMissed();
            OptionalLong other = after.exitsMissed();
            if (one.isPresent() && other.isPresent()) {
                String where = "in the counts of probe " + now.probe().name();
                String wanted = String.valueOf(one.getAsLong());
                same(where, "missed exits", wanted, String.valueOf(other.getAsLong()));
            }
        }
    }

    private void value(String where, String subject, Optional<Word> old, Optional<Word> now) {
        if (old.isPresent() && now.isPresent()) {
            same(where, subject, old.get().toString(), now.get().toString());
        }
    }

    private void same(String where, String subject, String old, String now) {
        boolean good = old.equals(now);
        String wanted = old + " as for the kretprobe";
        sheet.compare(Check.PARITY, good, where, subject, wanted, now);
    }

    private static Optional<Word> captured(Event event, String register) {
        return CaptureComparison.first(event).flatMap(file -> file.find(register));
    }

    /** The return ip, or where a handler is not handed one, the pc of its registers. */
    private static Optional<Word> address(Event event) {
        if (event.returnIp().isPresent()) {
            return Optional.of(Word.of(event.returnIp().getAsLong()));
        }
        Optional<RegisterFile> file = CaptureComparison.first(event);
        return file.flatMap(registers -> registers.find("pc"));
    }

    private static Optional<String> data(Event event) {
        return event.observations().stream()
                .filter(Observation.Loaded.class::isInstance)
                .map(seen -> ((Observation.Loaded) seen).data().toString())
                .findFirst();
    }
}
