package probity.judge;

import java.util.List;
import java.util.Optional;
import probity.spi.FieldState;
import probity.spi.Point;
import probity.spi.ProbeKind;
import probity.spi.RegisterSet;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Target;
import probity.spi.Word;

/**
 * What one field of a handler's register set must hold.
 *
 * @param check the check that speaks of it
 * @param rule what is asked of it
 * @param value what it must hold, where the rule is a value
 * @param alternatives what it may hold as well
 * @param bits how many of its bits mean something
 */
record Field(Check check, Rule rule, Optional<Word> value, List<Word> alternatives, int bits) {
    /** The bits of a link register above those of the address, which a signature may be in. */
    private static final int UNSIGNED = 16;

    /** What is asked of a field. */
    enum Rule {
        /** It holds a value. */
        VALUE,
        /** It cannot be read. */
        DENIED,
        /** It holds whatever it holds. */
        FREE,
        /** It holds a value that nobody saw. */
        UNKNOWN
    }

    /** The declared set of a slot's handler; empty if it is not offered. */
    static Optional<RegisterSet> set(Scene scene, Slot slot) {
        return scene.description().set(slot.attachment().probe().kind(), slot.side());
    }

    static Field of(Scene scene, Slot slot, RegisterSet set, String register) {
        FieldState state = set.state(register);
        switch (state.kind()) {
            case CONSTANT:
                return new Field(
                        Check.CONSTANT_FIELDS,
                        Rule.VALUE,
                        Optional.of(Word.of(state.value())),
                        List.of(),
                        64);
            case UNPOPULATED:
                return unpopulated(scene, slot, set, register);
            default:
                return populated(scene, slot, register);
        }
    }

    private static Field populated(Scene scene, Slot slot, String register) {
        Check check = Check.POPULATED_FIELDS;
        if (slot.side() == Side.ENTRY && Widths.ENTRY.contains(register)) {
            check = Check.ENTRY_FIELDS;
        } else if (slot.side() == Side.EXIT && Widths.EXIT.contains(register)) {
            check = Check.EXIT_FIELDS;
        }
        Target target = slot.span().target().orElseThrow();
        Optional<Word> truth = truth(scene, slot, target, register);
        int bits =
                slot.side() == Side.ENTRY
                        ? Widths.bits(target, Point.CALL, register)
                        : Widths.bits(lastTarget(scene, slot), Point.RETURN, register);
        List<Word> written =
                scene
                        .expectation()
                        .writes()
                        .values(slot.side(), slot.span(), register, any -> true)
                        .stream()
                        .map(Word::of)
                        .toList();
        Rule rule = truth.isPresent() ? Rule.VALUE : Rule.UNKNOWN;
        return new Field(check, rule, truth, written, bits);
    }

    private static Optional<Word> truth(Scene scene, Slot slot, Target target, String register) {
        boolean breakpoint =
                slot.attachment().probe().kind() == ProbeKind.KPROBE && slot.side() == Side.ENTRY;
        if (slot.side() == Side.EXIT
                && Truth.isAnybodysAtReturn(register)
                && scene.expectation()
                        .returnHooks()
                        .leavesThroughOthers(slot.span(), slot.attachment())) {
            return Optional.empty(); // another return hook may have been there before
        }
        return breakpoint && register.equals("pc")
                ? Optional.of(Word.of(target.address()))
                : scene.truth().at(slot.side(), slot.span(), register);
    }

    /** After a tail call, results are those of the function that returns. */
    private static Target lastTarget(Scene scene, Slot slot) {
        Span last = scene.expectation().timeline().span(slot.span().last());
        return last.target().or(slot.span()::target).orElseThrow();
    }

    private static Field unpopulated(Scene scene, Slot slot, RegisterSet set, String register) {
        boolean linkAtExit = slot.side() == Side.EXIT && register.equals("x30");
        Rule rule = Rule.FREE;
        if (set.kind() == SetKind.CONTEXT) {
            switch (scene.description().policy()) {
                case SPARSE -> rule = Rule.VALUE;
                case RELOCATED, DENIED ->
                        rule = AttachRule.denies(scene.description()) ? Rule.DENIED : Rule.VALUE;
                default -> rule = Rule.FREE; // a full context has none; Declarations tells
            }
        }
        Optional<Word> zero = rule == Rule.VALUE ? Optional.of(Word.of(0)) : Optional.<Word>empty();
        List<Word> link =
                linkAtExit
                        ? scene.expectation()
                                .returnAddress(slot.span())
                                .map(address -> List.of(Word.of(address)))
                                .orElse(List.of())
                        : List.<Word>of();
        return new Field(Check.UNPOPULATED_FIELDS, rule, zero, link, 64);
    }

    /** Whether this content is right. */
    boolean accepts(Scene scene, Slot slot, String register, Word seen) {
        if (rule == Rule.FREE || rule == Rule.UNKNOWN) {
            return true;
        }
        if (rule == Rule.DENIED) {
            return false;
        }
        Word cut = Widths.cut(seen, bits, register);
        boolean right = Widths.cut(value.orElseThrow(), bits, register).equals(cut);
        boolean other =
                alternatives.stream()
                        .anyMatch(word -> Widths.cut(word, bits, register).equals(cut));
        return right
                || other
                || check != Check.CONSTANT_FIELDS && excused(scene, slot, register, seen);
    }

    /**
     * Contents that differ from the truth and are right all the same: x9 carries the return address
     * at a patch site; the link register holds a trampoline's address where another return hook is
     * pending on the same frame, and at exit; a kretprobe's entry handler runs at a breakpoint or
     * at the patch site.
     */
    private boolean excused(Scene scene, Slot slot, String register, Word seen) {
        if (check == Check.UNPOPULATED_FIELDS) {
            return false;
        }
        Span span = slot.span();
        ProbeKind kind = slot.attachment().probe().kind();
        boolean returnAddress =
                scene.expectation()
                        .returnAddress(span)
                        .map(address -> address == seen.low())
                        .orElse(false);
        boolean trampoline = seen.low() != 0 && scene.names().at(seen.low()).isEmpty();
        if (slot.side() == Side.EXIT) {
            return register.equals("x30")
                    && (returnAddress || trampoline && isWhereItReturned(scene, slot, seen));
        }
        boolean pending = scene.expectation().returnHooks().isShared(span, slot.attachment());
        return switch (register) {
            case "x9" -> kind != ProbeKind.KPROBE && (returnAddress || pending && trampoline);
            case "x30" -> pending && trampoline;
            case "pc" ->
                    kind == ProbeKind.KRETPROBE
                            && seen.low() == span.target().orElseThrow().address();
            default -> false;
        };
    }

    /**
     * Whether the function's ret led there: that was the trampoline, and anything else is residue.
     * Where nobody saw the ret, or further hooks are pending on it, any address may be one.
     */
    private static boolean isWhereItReturned(Scene scene, Slot slot, Word seen) {
        if (scene.expectation().returnHooks().leavesThroughOthers(slot.span(), slot.attachment())) {
            return true;
        }
        return scene.twins()
                .of(slot.span())
                .flatMap(twin -> twin.at(Point.RETURN))
                .flatMap(registers -> registers.find("x30"))
                .map(link -> (link.low() ^ seen.low()) << UNSIGNED == 0)
                .orElse(true);
    }

    /** What must be there, for people. */
    String expected(Names names, String register) {
        return switch (rule) {
            case DENIED -> "denied";
            case VALUE -> shown(names, register, value.orElseThrow());
            default -> "anything";
        };
    }

    /** The part of a content that is compared. */
    String shown(Names names, String register, Word content) {
        return text(names, register, content.truncate(bits));
    }

    /** A register's content; addresses with their symbol. */
    static String text(Names names, String register, Word content) {
        boolean address = register.equals("pc") || register.equals("x30");
        return address && names.at(content.low()).isPresent()
                ? names.of(content.low())
                : content.toString();
    }
}
