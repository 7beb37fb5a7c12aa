package probity.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import probity.spi.Activation;
import probity.spi.Capability;
import probity.spi.Point;
import probity.spi.RegisterFile;
import probity.spi.Side;
import probity.spi.Target;
import probity.spi.Word;

/** The registers with which each function's body starts (TRN-01), and what entry handlers write. */
final class BodyComparison {
    private final Scene scene;
    private final Sheet sheet;

    BodyComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
    }

    void run() {
        for (Span span : scene.expectation().timeline().spans()) {
            Optional<Activation> twin = scene.twins().of(span);
            if (span.target().isEmpty() || span.activation().at(Point.BODY).isEmpty()) {
                continue;
            }
            if (twin.isEmpty() || twin.get().at(Point.BODY).isEmpty()) {
                unseen(span, twin);
            } else {
                compare(span, span.target().get(), twin.get().at(Point.BODY).get());
            }
        }
        if (!scene.can(Capability.SEES_BODY)) {
            sheet.unseen(Check.BODY_REGISTERS, "The registers in the body are not shown.");
        }
    }

    private void unseen(Span span, Optional<Activation> twin) {
        boolean ended = twin.map(seen -> seen.end() != Activation.End.PENDING).orElse(false);
        if (ended) {
            sheet.compare(
                    Check.BODY_REGISTERS,
                    false,
                    Scene.where(span, "in the body"),
                    "the body",
                    "reached",
                    "never started");
        }
    }

    private void compare(Span span, Target target, RegisterFile seen) {
        List<String> registers = new ArrayList<>(Widths.BODY);
        if (!scene.expectation().returnHooks().isHooked(span)) {
            registers.add("x30");
        }
        Set<String> attempts = WriteAttempts.at(scene, span, Side.ENTRY);
        String where = Scene.where(span, "in the body");
        for (String register : registers) {
            List<Long> written = scene.written(Side.ENTRY, span, register);
            Optional<Word> expected = scene.truth().body(span, register);
            if (expected.isEmpty() && written.isEmpty() || !seen.has(register)) {
                continue; // an absent register is unknown at this point of either run
            }
            int bits = Widths.bits(target, Point.BODY, register);
            Word actual = seen.find(register).orElseThrow();
            boolean good =
                    written.isEmpty()
                            ? same(expected.orElseThrow(), actual, bits)
                            : written.stream().anyMatch(w -> same(Word.of(w), actual, bits));
            Word wanted = written.isEmpty() ? expected.orElseThrow() : Word.of(written.get(0));
            sheet.compare(
                    attempts.contains(register) ? Check.WRITE_EFFECT : Check.BODY_REGISTERS,
                    good,
                    where,
                    register,
                    () -> Field.text(scene.names(), register, wanted.truncate(bits)),
                    () -> Field.text(scene.names(), register, actual.truncate(bits)));
        }
    }

    private static boolean same(Word expected, Word actual, int bits) {
        return expected.truncate(bits).equals(actual.truncate(bits));
    }
}
