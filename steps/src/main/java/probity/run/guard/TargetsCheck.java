package probity.run.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import probity.spi.Description;
import probity.spi.KnownRun;
import probity.spi.Parameter;
import probity.spi.Result;
import probity.spi.Target;

/** Do the targets make sense, taken together? */
public final class TargetsCheck {
    private final Problems problems;
    private final Set<String> names = new HashSet<>();

    private TargetsCheck(Description description) {
        problems = new Problems(description.architecture());
    }

    /** An immutable copy, if the targets make sense; throws on a candidate's thread otherwise. */
    public static List<Target> check(List<Target> answer, Description description) {
        AnswerCheck.notNull("list of targets", answer);
        List<Target> targets = List.copyOf(answer);
        TargetsCheck check = new TargetsCheck(description);
        check.problems.unless(!targets.isEmpty(), "There is no target.");
        targets.forEach(check::parts);
        targets.forEach(check::references);
        Nonsense.throwIfAny(check.problems.sentences(), targets);
        return targets;
    }

    private void parts(Target target) {
        String where = "Target " + target.name();
        problems.text(where, "name", target.name());
        problems.unless(names.add(target.name()), "%s is listed twice.", where);
        problems.unless(target.size() > 0, "%s has size %d.", where, target.size());
        problems.unless(
                target.contains(target.patchSite()) && target.contains(target.resumeAddress()),
                "%s has its patch site or resume address outside of itself.",
                where);
        problems.notNegative(where, "number of stack arguments", target.stackArguments());
        problems.notNegative(where, "size of result memory", target.resultMemory());
        target.parameters().forEach(parameter -> parameter(where, parameter));
        target.results().forEach(result -> result(where, result));
        target.fixedArguments().ifPresent(file -> problems.registers(where, file));
        target.knownResults().ifPresent(file -> problems.registers(where, file));
        runs(where, target);
    }

    private void runs(String where, Target target) {
        List<List<KnownRun>> byDepth = target.knownRuns();
        for (int depth = 0; depth < byDepth.size(); depth++) {
            List<KnownRun> runs = byDepth.get(depth);
            for (int i = 0; i < runs.size(); i++) {
                KnownRun run = runs.get(i);
                problems.registers(where, run.call());
                problems.registers(where, run.results());
                problems.unless(
                        run.parent().isEmpty()
                                || run.parent().getAsInt() >= 0 && run.parent().getAsInt() < i,
                        "%s knows of a run %d, of depth %d, that was called in one after it.",
                        where,
                        i,
                        depth);
            }
            problems.unless(
                    runs.stream().anyMatch(run -> run.function().equals(target.name())),
                    "%s does not know of any run of its own in depth %d.",
                    where,
                    depth);
        }
    }

    private void parameter(String where, Parameter parameter) {
        problems.register(where, parameter.register());
        problems.unless(
                parameter.min() <= parameter.max(),
                "%s has a parameter %s without a legal value (%d to %d).",
                where,
                parameter.name(),
                parameter.min(),
                parameter.max());
        width(where, parameter.register(), parameter.bits());
    }

    private void result(String where, Result result) {
        problems.register(where, result.register());
        width(where, result.register(), result.bits());
    }

    private void width(String where, String register, int bits) {
        problems.unless(bits > 0 && bits <= 128, "%s has %d bits in %s.", where, bits, register);
    }

    private void references(Target target) {
        target.knownRuns().stream()
                .flatMap(List::stream)
                .map(KnownRun::function)
                .distinct()
                .forEach(
                        run ->
                                problems.unless(
                                        names.contains(run),
                                        "Target %s knows of a run of '%s', which is no target.",
                                        target.name(),
                                        run));
        target.calls()
                .forEach(
                        called ->
                                problems.unless(
                                        names.contains(called),
                                        "Target %s calls '%s', which is no target.",
                                        target.name(),
                                        called));
    }
}
