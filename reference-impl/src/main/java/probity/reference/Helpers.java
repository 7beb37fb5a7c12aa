package probity.reference;

import java.util.List;
import probity.spi.Helper;

/** The helpers that a program calls with its context. */
public class Helpers {
    /**
     * What a helper answers; it always succeeds.
     *
     * @param helper which one
     * @param call the run of the program
     * @param stack a walk from its context
     */
    public List<Long> answer(Helper helper, HandlerCall call, List<Long> stack) {
        switch (helper) {
            case GET_FUNC_IP:
                return List.of(call.site().target().address());
            case GET_ATTACH_COOKIE:
                return List.of(call.probe().cookie(call.site().function()));
            default: // both stack helpers
                return stack;
        }
    }
}
