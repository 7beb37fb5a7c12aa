package probity.judge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import probity.spi.ContextPolicy;
import probity.spi.Event;
import probity.spi.Observation;
import probity.spi.RegisterFile;
import probity.spi.RegisterSet;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Word;

/** What a handler captured, as a whole: full sets, the accessors at exit, what is kept. */
final class CaptureComparison {
    private static final List<String> ACCESSORS = List.of("sp", "x29", "pc");
    private static final List<String> FRAME = List.of("sp", "x29");

    private final Scene scene;
    private final Sheet sheet;

    CaptureComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
    }

    /** What a handler captured first; empty if it captures nothing. */
    static Optional<RegisterFile> first(Event event) {
        return event.observations().stream()
                .filter(Observation.Captured.class::isInstance)
                .findFirst()
                .map(first -> ((Observation.Captured) first).registers());
    }

    /** A full set has every field, and the real PSTATE; x30 at exit is excepted (PTR-16). */
    void full(HandlerRun run, RegisterFile seen) {
        if (!isFull(run.set())) {
            return;
        }
        for (String register : Widths.CONTEXT) {
            boolean link = run.side() == Side.EXIT && register.equals("x30");
            boolean delivered = run.set().state(register).isPopulated() && seen.has(register);
            boolean hidden = run.set().hidden().contains(register) && !seen.has(register);
            if (hidden && !link) {
                sheet.unseen(Check.FULL_SET, Scene.notShown(register, run));
            } else if (!link) {
                String declared = run.set().state(register).kind().name().toLowerCase(Locale.ROOT);
                sheet.compare(
                        Check.FULL_SET,
                        delivered,
                        run.where(),
                        register,
                        "declared populated, and delivered",
                        "declared " + declared + ", and " + text(register, seen));
            }
        }
    }

    private boolean isFull(RegisterSet set) {
        return set.kind() == SetKind.FULL
                || set.kind() == SetKind.CONTEXT
                        && scene.description().policy() == ContextPolicy.FULL;
    }

    /** SYM-04. */
    void accessors(HandlerRun run, RegisterFile seen, Set<String> written) {
        for (String register : ACCESSORS) {
            Optional<Word> truth = scene.truth().at(Side.EXIT, run.slot().span(), register);
            Field field = Field.of(scene, run.slot(), run.set(), register);
            if (truth.isEmpty() || written.contains(register)) {
                continue;
            }
            if (run.set().hidden().contains(register) && !seen.has(register)) {
                sheet.unseen(Check.EXIT_ACCESSORS, Scene.notShown(register, run));
                continue;
            }
            boolean good =
                    seen.find(register)
                            .map(
                                    word ->
                                            word.equals(truth.get())
                                                    || field.alternatives().contains(word))
                            .orElse(false);
            sheet.compare(
                    Check.EXIT_ACCESSORS,
                    good,
                    run.where(),
                    register,
                    Field.text(scene.names(), register, truth.get()),
                    text(register, seen));
        }
    }

    /** A second look at the context shows what the first did; what was written since may differ. */
    void stable(HandlerRun run, RegisterFile before, RegisterFile after, Set<String> written) {
        Set<String> names = new LinkedHashSet<>(before.names());
        names.addAll(after.names());
        names.removeAll(written);
        for (String register : names) {
            sheet.compare(
                    Check.CONTEXT_STABLE,
                    before.find(register).equals(after.find(register)),
                    run.where(),
                    register + " in the second capture",
                    text(register, before) + " as in the first",
                    text(register, after));
        }
    }

    /** SYM-10. */
    void frameKept(HandlerRun exit, RegisterFile seen, Set<String> written) {
        Slot slot = exit.slot();
        Optional<RegisterFile> entry =
                scene.matching()
                        .event(slot.attachment(), slot.span(), Side.ENTRY)
                        .flatMap(CaptureComparison::first);
        for (String register : FRAME) {
            Optional<Word> before = entry.flatMap(file -> file.find(register));
            if (before.isPresent() && seen.has(register) && !written.contains(register)) {
                sheet.compare(
                        Check.FRAME_KEPT,
                        before.equals(seen.find(register)),
                        Scene.where(exit.event()),
                        register,
                        before.get() + " as at entry",
                        text(register, seen));
            }
        }
    }

    private String text(String register, RegisterFile file) {
        return file.find(register)
                .map(word -> Field.text(scene.names(), register, word))
                .orElse("absent");
    }
}
