package probity.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import probity.spi.Side;

/**
 * Event orders as strings: {@code >} is an entry handler, {@code <} an exit handler, {@code |} the
 * body of the innermost call, so that {@code >>|<<} is a recursion or two probes on one function.
 */
final class OrderString {
    private OrderString() {}

    /** The order of these handlers within one call of a plan. */
    static String of(List<Side> sides) {
        StringBuilder text = new StringBuilder();
        Side last = Side.ENTRY;
        for (Side side : sides) {
            if (last == Side.ENTRY && side == Side.EXIT) {
                text.append('|');
            }
            text.append(side.symbol());
            last = side;
        }
        return last == Side.ENTRY ? text.append('|').toString() : text.toString();
    }

    /** What the calls of a plan must show, one word a call. */
    static String expected(Expectation expectation) {
        StringJoiner words = new StringJoiner(" ");
        for (LogicalCall call : expectation.calls()) {
            words.add(expected(expectation, call));
        }
        return words.toString();
    }

    /** What one call of a plan must show. */
    static String expected(Expectation expectation, LogicalCall call) {
        List<Side> sides = new ArrayList<>();
        for (Slot slot : expectation.slots()) {
            if (slot.need() == Slot.Need.REQUIRED && slot.span().call() == call) {
                sides.add(slot.side());
            }
        }
        return of(sides);
    }
}
