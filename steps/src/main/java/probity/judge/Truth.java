package probity.judge;

import java.util.Optional;
import probity.spi.Activation;
import probity.spi.Point;
import probity.spi.RegisterFile;
import probity.spi.Side;
import probity.spi.Target;
import probity.spi.Word;

/**
 * What registers hold, by the specification's definition: the same call, same inputs, unhooked.
 * Some inputs are nobody's promise: what x9 to x17, the flags and the caller-saved vector registers
 * hold at a call after another call, or x9 to x17 at a return, is whatever the run made of them.
 * For those the same points of the hooked run itself are asked, which the machine saw and no hook.
 */
final class Truth {
    private final Expectation expectation;
    private final Twins twins;

    Truth(Expectation expectation, Twins twins) {
        this.expectation = expectation;
        this.twins = twins;
    }

    /** What a field of a register set at this side must hold, if that can be known. */
    Optional<Word> at(Side side, Span span, String register) {
        return side == Side.ENTRY ? entry(span, register) : exit(span, register);
    }

    private Optional<Word> entry(Span span, String register) {
        if (register.equals("pc")) {
            return span.target().map(target -> Word.of(target.resumeAddress()));
        }
        if (expectation.divertedBefore(span, span.start())) {
            return Optional.empty();
        }
        Optional<RegisterFile> followed = expectation.followed(span);
        if (followed.isPresent() && followed.get().has(register)) {
            return span.call().call().registers().find(register); // as it was before the handler
        }
        if (span.index() > 0 && anybodysAtCall(span, register)) {
            return twin(span.id(), Point.CALL, register);
        }
        return find(span.activation(), Point.CALL, register);
    }

    private Optional<Word> exit(Span span, String register) {
        if (register.equals("pc")) {
            return expectation.returnAddress(span).map(Word::of);
        }
        if (span.exit().isEmpty() || expectation.divertedBefore(span, span.exit().getAsInt())) {
            return Optional.empty();
        }
        if (isAnybodysAtReturn(register)) {
            return twin(span.last(), Point.RETURN, register);
        }
        Activation last = expectation.timeline().span(span.last()).activation();
        return find(last, Point.RETURN, register);
    }

    /** What a register must hold where the body starts, handlers' legal changes left aside. */
    Optional<Word> body(Span span, String register) {
        boolean anybodys = span.index() > 0 && anybodysAtCall(span, register);
        if (anybodys || expectation.divertedBefore(span, span.start())) {
            return twin(span.id(), Point.CALL, register);
        }
        Optional<RegisterFile> followed = expectation.followed(span);
        return followed.isPresent() && followed.get().has(register)
                ? entry(span, register) // the unhooked body starts with what a handler writes
                : find(span.activation(), Point.BODY, register);
    }

    /** What a register must hold in the caller, handlers' legal changes left aside. */
    Optional<Word> caller(Span span, String register) {
        if (expectation.divertedBefore(span, span.exit().orElse(Integer.MAX_VALUE))) {
            return twin(span.last(), Point.RETURN, register);
        }
        return find(span.activation(), Point.AFTER, register);
    }

    /** Whether AAPCS64 lets a callee leave anything in the register. */
    static boolean isAnybodysAtReturn(String register) {
        return Widths.isScratch(register)
                || register.equals("x8")
                || register.equals("pstate")
                || register.startsWith("v") && number(register) > 15;
    }

    private static boolean anybodysAtCall(Span span, String register) {
        Optional<Target> target = span.target();
        return register.equals("pstate")
                || target.isPresent() && Widths.volatileAtCall(target.get(), register);
    }

    private Optional<Word> twin(int span, Point point, String register) {
        return twins.of(span).flatMap(activation -> find(activation, point, register));
    }

    private static Optional<Word> find(Activation activation, Point point, String register) {
        return activation.at(point).flatMap(file -> file.find(register));
    }

    private static int number(String register) {
        return Integer.parseInt(register.substring(1));
    }
}
