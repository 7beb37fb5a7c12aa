package probity.run.guard;

import java.util.List;
import java.util.Map;
import probity.spi.Candidate;
import probity.spi.Description;
import probity.spi.FieldState;
import probity.spi.Limits;
import probity.spi.ProbeKind;
import probity.spi.RegisterSet;
import probity.spi.Side;

/** Does a description make sense, taken alone? */
public final class DescriptionCheck {
    private final Problems problems;

    private DescriptionCheck(Description description) {
        problems = new Problems(description.architecture());
    }

    /**
     * A candidate's description, if it makes sense and stays the same. To be called on the
     * candidate's thread.
     */
    public static Description check(Candidate candidate) {
        Description description = check(candidate.describe());
        if (!description.equals(candidate.describe())) {
            Nonsense.throwIfAny(
                    List.of("The description is another one at the second call."), description);
        }
        return description;
    }

    static Description check(Description description) {
        AnswerCheck.notNull("description", description);
        DescriptionCheck check = new DescriptionCheck(description);
        check.problems.text("The description", "name", description.name());
        check.problems.text("The description", "version", description.version());
        check.limits(description.limits());
        description.sets().forEach(check::sides);
        check.lacking(description);
        Nonsense.throwIfAny(check.problems.sentences(), description);
        return description;
    }

    private void limits(Limits limits) {
        String where = "The description";
        problems.notNegative(where, "limit of entry data", limits.entryData());
        problems.notNegative(where, "limit of depth", limits.depth());
        problems.notNegative(where, "limit of probes a function", limits.probesPerFunction());
        problems.notNegative(where, "limit of walks", limits.walkDepth());
    }

    private void lacking(Description description) {
        description
                .lacking()
                .forEach(
                        (kind, sides) ->
                                sides.forEach(
                                        (side, all) ->
                                                all.forEach(
                                                        capability ->
                                                                problems.unless(
                                                                        description.can(capability)
                                                                                && description
                                                                                        .offers(
                                                                                                kind,
                                                                                                side),
                                                                        "%s at %s is said to lack"
                                                                                + " %s, which is"
                                                                                + " not declared"
                                                                                + " for it.",
                                                                        kind,
                                                                        side,
                                                                        capability))));
    }

    private void sides(ProbeKind kind, Map<Side, RegisterSet> sides) {
        sides.forEach((side, set) -> set(kind + " at " + side, set));
    }

    private void set(String where, RegisterSet set) {
        set.writable().forEach(register -> problems.register(where, register));
        set.hidden().forEach(register -> problems.register(where, register));
        set.offsets()
                .forEach(
                        (register, offset) -> {
                            problems.register(where, register);
                            problems.notNegative(where, "offset of " + register, offset);
                        });
        set.fields()
                .forEach(
                        (register, state) -> {
                            problems.register(where, register);
                            problems.unless(
                                    state.kind() != FieldState.Kind.CONSTANT
                                            || "pstate".equals(register),
                                    "%s declares %s constant; only pstate can be.",
                                    where,
                                    register);
                        });
    }
}
