package probity.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import probity.spi.Activation;
import probity.spi.Bytes;
import probity.spi.CallResult;
import probity.spi.Capability;
import probity.spi.Ending;
import probity.spi.Point;
import probity.spi.RegisterFile;
import probity.spi.Result;
import probity.spi.Side;
import probity.spi.StepResult;
import probity.spi.Target;
import probity.spi.Word;

/** What each function's caller gets (TRN-02), and what exit handlers write. */
final class CallerComparison {
    private final Scene scene;
    private final Sheet sheet;

    CallerComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
    }

    void run() {
        WriteAttempts.compareAnswers(scene);
        for (Span span : scene.expectation().timeline().spans()) {
            Optional<RegisterFile> seen =
                    scene.twins().of(span).flatMap(twin -> twin.at(Point.AFTER));
            boolean returns = span.activation().end() == Activation.End.RETURNED;
            if (returns && span.target().isPresent() && seen.isPresent()) {
                registers(span, span.target().get(), seen.get());
            }
        }
        if (!scene.can(Capability.SEES_CALLER)) {
            sheet.unseen(Check.CALLER_REGISTERS, "The registers in the caller are not shown.");
        }
        for (LogicalCall call : scene.expectation().calls()) {
            scene.names().target(call.call().function()).ifPresent(t -> results(call, t));
        }
    }

    private void registers(Span span, Target target, RegisterFile seen) {
        List<Span> returning = returning(span);
        Set<String> attempts = attempts(returning);
        String where = Scene.where(span, "in the caller");
        for (String register : Widths.CALLER) {
            List<Word> expected = written(returning, register);
            if (expected.isEmpty()) {
                expected = scene.truth().caller(span, register).stream().toList();
            }
            if (!expected.isEmpty() && seen.has(register)) {
                boolean attempted = attempts.contains(register);
                Check check = attempted ? Check.WRITE_EFFECT : Check.CALLER_REGISTERS;
                int bits = Widths.bits(target, Point.AFTER, register);
                value(check, where, register, bits, expected, seen.find(register).get());
            }
        }
    }

    /** The results of a call of the plan, and what it left in memory. */
    private void results(LogicalCall call, Target target) {
        Optional<CallResult> truth = last(call, scene.expectation().unhooked().steps(), true);
        Optional<CallResult> seen = last(call, scene.actual().steps(), false);
        if (truth.isEmpty() || seen.isEmpty() || seen.get().ending() != Ending.RETURNED) {
            return; // the ending is compared elsewhere
        }
        Optional<Span> span =
                scene.expectation().timeline().spans(call).stream()
                        .filter(Span::isOutermost)
                        .findFirst();
        boolean unknown =
                span.isPresent()
                        && scene.expectation()
                                .divertedBefore(
                                        span.get(), span.get().exit().orElse(Integer.MAX_VALUE));
        if (unknown) {
            sheet.unseen(Check.RESULTS, "A handler changed the course of the call.");
            return;
        }
        String where = Scene.where(call);
        List<Span> returning = span.map(this::returning).orElse(List.of());
        Set<String> attempts = attempts(returning);
        for (Result result : target.results()) {
            String register = result.register();
            List<Word> expected = written(returning, register);
            if (expected.isEmpty()) {
                expected = truth(target, truth.get(), register).stream().toList();
            }
            Optional<Word> actual = seen.get().after().flatMap(file -> file.find(register));
            if (!expected.isEmpty() && actual.isPresent()) {
                boolean attempted = attempts.contains(register);
                Check check = attempted ? Check.WRITE_EFFECT : Check.RESULTS;
                String subject = "the result in " + register;
                value(check, where, subject, result.bits(), expected, actual.get());
            } else {
                sheet.unseen(Check.RESULTS, "The result in " + register + " is unknown.");
            }
        }
        memory(where, target, truth.get().resultMemory(), seen.get().resultMemory());
    }

    private void memory(String where, Target target, Bytes truth, Bytes seen) {
        if (target.resultMemory() > 0) {
            sheet.same(
                    Check.RESULT_MEMORY,
                    where,
                    "the result at x8",
                    truth.toString(),
                    seen.toString());
        }
    }

    private static Optional<Word> truth(Target target, CallResult unhooked, String register) {
        return unhooked.after()
                .flatMap(file -> file.find(register))
                .or(() -> target.knownResults().flatMap(file -> file.find(register)));
    }

    /** How the steps that drive a call last answered. */
    private Optional<CallResult> last(
            LogicalCall call, List<StepResult> results, boolean unhooked) {
        Optional<CallResult> last = Optional.empty();
        for (int i = 0; i < results.size(); i++) {
            int step = unhooked ? scene.expectation().stripped().origins().get(i) : i;
            if (call.steps().contains(step) && results.get(i) instanceof CallResult result) {
                last = Optional.of(result);
            }
        }
        return last;
    }

    /** The registers that exit handlers of a return wrote to, or tried to. */
    private Set<String> attempts(List<Span> returning) {
        Set<String> all = new TreeSet<>();
        returning.forEach(each -> all.addAll(WriteAttempts.at(scene, each, Side.EXIT)));
        return all;
    }

    /** What exit handlers legally make of a register; where they contradict, any of it. */
    private List<Word> written(List<Span> returning, String register) {
        List<Word> values = new ArrayList<>();
        for (Span each : returning) {
            scene.written(Side.EXIT, each, register).forEach(value -> values.add(Word.of(value)));
        }
        return values;
    }

    /** The activations that return together: this one and what tail-called it. */
    private List<Span> returning(Span span) {
        return scene.expectation().timeline().spans(span.call()).stream()
                .filter(each -> each.last() == span.last() && each.exit().isPresent())
                .toList();
    }

    private void value(
            Check check, String where, String subject, int bits, List<Word> accepted, Word seen) {
        Word actual = seen.truncate(bits);
        boolean good = accepted.stream().anyMatch(word -> word.truncate(bits).equals(actual));
        Word wanted = accepted.get(0).truncate(bits);
        sheet.compare(check, good, where, subject, wanted::toString, actual::toString);
    }
}
