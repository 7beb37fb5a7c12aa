package probity.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import probity.spi.Action;
import probity.spi.Architecture;
import probity.spi.Description;
import probity.spi.Plan;
import probity.spi.RegisterFile;
import probity.spi.Side;
import probity.spi.Target;

/**
 * What handlers legally change (PTR-15, SYM-11). A change at the entry of a call of the plan is
 * followed up: its truth is the call with the changed arguments. Nothing comes after one at its
 * exit. After any other change the truth of the rest of that call is unknown.
 */
final class Writes {
    private static final Set<String> STEERING = Set.of("x29", "x30", "sp", "pc", "pstate");

    /** What one handler makes of a register, if it runs. */
    private record Effect(Slot slot, String register, long value) {}

    private final Map<Timeline.Moment, List<Effect>> effects = new HashMap<>();

    /** By the number of a call, the position after which nothing is known. */
    private final Map<Integer, Integer> diverted = new HashMap<>();

    Writes(Description description, List<Slot> slots, Map<Integer, RegisterFile> followed) {
        for (Slot slot : slots) {
            Map<String, Long> written = legal(description, slot.attachment(), slot.side());
            if (slot.need() == Slot.Need.FORBIDDEN || written.isEmpty()) {
                continue;
            }
            Timeline.Moment moment = new Timeline.Moment(slot.side(), slot.span().id());
            List<Effect> here = effects.computeIfAbsent(moment, none -> new ArrayList<>());
            written.forEach((register, value) -> here.add(new Effect(slot, register, value)));
            boolean known =
                    slot.span().isOutermost()
                            && (slot.side() == Side.EXIT
                                    || slot.need() == Slot.Need.REQUIRED
                                            && followed.containsKey(slot.span().startStep()));
            if (!known) {
                diverted.merge(slot.span().call().number(), slot.position(), Math::min);
            }
        }
    }

    /**
     * The values that handlers give a register at this moment; more than one where they contradict
     * each other, empty if none does.
     *
     * @param runs which handlers count
     */
    List<Long> values(Side side, Span span, String register, Predicate<Slot> runs) {
        List<Effect> here = effects.get(new Timeline.Moment(side, span.id()));
        if (here == null) {
            return List.of();
        }
        return here.stream()
                .filter(effect -> effect.register().equals(register))
                .filter(effect -> runs.test(effect.slot()))
                .map(Effect::value)
                .toList();
    }

    /** Whether the truth at a position is unknown, because a handler changed something before. */
    boolean divertedBefore(LogicalCall call, int position) {
        return position > diverted.getOrDefault(call.number(), Integer.MAX_VALUE);
    }

    /** Whether the truth of a call's end is unknown, because a handler changed something. */
    boolean divert(LogicalCall call) {
        return diverted.containsKey(call.number());
    }

    /** What a handler's script writes among the fields declared writable; the last value counts. */
    static Map<String, Long> legal(Description description, Attachment attachment, Side side) {
        Set<String> writable = AttachRule.writable(description, attachment.probe().kind(), side);
        Map<String, Long> written = new LinkedHashMap<>();
        for (Action action : attachment.reached(side)) {
            if (action instanceof Action.Write write && writable.contains(write.register())) {
                written.put(write.register(), write.value());
            }
        }
        return written;
    }

    /**
     * For each call of the plan, what its entry handlers legally and clearly make of it; not where
     * the arguments are fixed, as the call with others cannot be made.
     */
    static Map<Integer, RegisterFile> atCalls(
            Description description, Names names, Plan plan, List<Attachment> attachments) {
        Map<Integer, RegisterFile> all = new HashMap<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            if (plan.steps().get(i) instanceof Plan.Call call
                    && names.target(call.function()).flatMap(Target::fixedArguments).isEmpty()) {
                RegisterFile made = atCall(description, call, i, attachments);
                if (!made.names().isEmpty()) {
                    all.put(i, made);
                }
            }
        }
        return all;
    }

    private static RegisterFile atCall(
            Description description, Plan.Call call, int step, List<Attachment> attachments) {
        RegisterFile nothing = RegisterFile.empty(Architecture.ARM64);
        RegisterFile written = nothing;
        for (Attachment attachment : attachments) {
            if (!attachment.isHitBy(call.function(), step)) {
                continue;
            }
            Map<String, Long> changes = legal(description, attachment, Side.ENTRY);
            for (Map.Entry<String, Long> change : changes.entrySet()) {
                boolean contradicts =
                        written.has(change.getKey())
                                && written.get(change.getKey()) != change.getValue();
                if (contradicts || STEERING.contains(change.getKey())) {
                    return nothing;
                }
                written = written.with(change.getKey(), change.getValue());
            }
        }
        return written;
    }
}
