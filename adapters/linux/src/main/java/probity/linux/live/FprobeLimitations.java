package probity.linux.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import probity.linux.bpf.handler.Inexpressible;
import probity.linux.bpf.handler.NotExpressible;
import probity.spi.Action;
import probity.spi.Probe;
import probity.spi.Side;

/**
 * What an event on an fprobe cannot do, and why. Its handler is the kernel's: it records what it
 * was told to, once, and lets the function go on. The kernel attaches no program to such an event
 * (-EINVAL), as it does to events on kprobes.
 */
final class FprobeLimitations {
    private FprobeLimitations() {}

    /** All that stands in the way of a probe; empty if it can be served. */
    static Optional<NotExpressible> of(Probe probe) {
        List<Inexpressible> reasons = new ArrayList<>();
        for (Side side : Side.values()) {
            if (probe.entryData() > 0) {
                reasons.add(
                        new Inexpressible(
                                side, "", "The handlers of an fprobe event have no entry data."));
            }
            if (!probe.cookies().isEmpty()) {
                reasons.add(new Inexpressible(side, "", "An fprobe event has no cookies."));
            }
            boolean looked = false;
            for (Action action : probe.actions(side)) {
                reason(action, side, looked)
                        .ifPresent(why -> reasons.add(new Inexpressible(side, name(action), why)));
                looked |= action instanceof Action.Capture;
            }
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(new NotExpressible(reasons));
    }

    private static Optional<String> reason(Action action, Side side, boolean looked) {
        if (action instanceof Action.Capture) {
            return looked
                    ? Optional.of("An fprobe event records its registers once.")
                    : Optional.empty();
        } else if (action instanceof Action.Read read) {
            return FprobeEvent.shown(side).contains(read.register())
                    ? Optional.empty()
                    : Optional.of(
                            "An fprobe event at %s cannot record %s."
                                    .formatted(
                                            side == Side.ENTRY ? "entry" : "exit",
                                            read.register()));
        } else if (action instanceof Action.Walk walk) {
            return walk.from() == Action.Walk.From.CONTEXT
                    ? Optional.empty()
                    : Optional.of(
                            "An fprobe event records the walk from its registers, and none from"
                                    + " inside its handler.");
        } else if (action instanceof Action.Sample) {
            return Optional.empty();
        } else if (action instanceof Action.Help) {
            return Optional.of("No program runs at an fprobe event that could call a helper.");
        } else if (action instanceof Action.Write) {
            return Optional.of("An fprobe event records registers and writes none.");
        } else if (action instanceof Action.StoreData
                || action instanceof Action.StoreField
                || action instanceof Action.LoadData) {
            return Optional.of("The handlers of an fprobe event have no entry data.");
        } else if (action instanceof Action.Cancel) {
            return Optional.of("The entry handler of an fprobe event cancels no exit.");
        }
        return Optional.of(
                "The handler of an fprobe event records and returns; it does nothing else.");
    }

    private static String name(Action action) {
        return action.label().isEmpty() ? action.getClass().getSimpleName() : action.label();
    }
}
