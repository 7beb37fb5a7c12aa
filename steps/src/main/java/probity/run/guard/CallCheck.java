package probity.run.guard;

import probity.spi.CallResult;
import probity.spi.Ending;

/** Does the result of a call make sense? */
final class CallCheck {
    private CallCheck() {}

    static void check(Problems problems, String where, CallResult call) {
        call.after().ifPresent(file -> problems.registers(where, file));
        if (ExecutionCheck.isFatal(call.ending())) {
            problems.text(where + " ended as " + call.ending() + " and", "detail", call.detail());
        }
        problems.unless(
                call.after().isEmpty()
                        || call.ending() == Ending.RETURNED
                        || call.ending() == Ending.NOT_RETURNED,
                "%s shows registers after a return, but ended as %s.",
                where,
                call.ending());
    }
}
