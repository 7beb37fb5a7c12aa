package probity.steps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import probity.judge.Check;
import probity.judge.Difference;
import probity.run.Trial;
import probity.run.Violation;
import probity.spi.AttachResult;
import probity.spi.Attached;
import probity.spi.Bytes;
import probity.spi.Capability;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Probe;
import probity.spi.Refused;
import probity.spi.Target;

/**
 * Requests to attach that an implementation may have to refuse, made one after the other on one
 * instance without a plan. One per scenario.
 */
public final class Requests {
    private final Trial trial;
    private final Map<Probe, AttachResult> answers = new LinkedHashMap<>();
    private final Map<String, Bytes> before = new LinkedHashMap<>();
    private Instance instance;

    /** No requests yet. */
    public Requests(Trial trial) {
        this.trial = trial;
    }

    /** Makes a request. */
    void make(Probe probe) {
        answers.put(probe, instance().attach(probe));
    }

    /** The answers so far, in order. */
    Map<Probe, AttachResult> answers() {
        return answers;
    }

    /** The instance that the requests are made to. */
    Instance instance() {
        if (instance == null) {
            instance = trial.start(Options.defaults());
            if (trial.description().can(Capability.SEES_CODE)) {
                for (Target target : trial.targets()) {
                    before.put(target.name(), instance.code(target.name()));
                }
            }
        }
        return instance;
    }

    /** Differences between a target's bytes now and before the first request. */
    List<Difference> patched(Target target) {
        if (!trial.description().can(Capability.SEES_CODE)) {
            trial.note("Whether anything was patched could not be seen.");
            return List.of();
        }
        Bytes now = instance.code(target.name());
        Bytes then = before.get(target.name());
        return now.equals(then)
                ? List.of()
                : List.of(
                        new Difference(
                                Check.CODE_RESTORED,
                                "after the requests",
                                "the code of " + target.name(),
                                then.toString(),
                                now.toString()));
    }

    /** Ends the trial as violated if a request was not answered as the rule says. */
    void answered(Function<AttachResult, String> rule, Check check) {
        List<Difference> found = new ArrayList<>();
        answers.forEach(
                (probe, answer) -> {
                    String expected = rule.apply(answer);
                    if (!expected.isEmpty()) {
                        found.add(
                                new Difference(
                                        check,
                                        "at the request for " + probe.kind() + " " + probe.name(),
                                        "the answer",
                                        expected,
                                        text(answer)));
                    }
                });
        holds(found, answers.size());
    }

    /** Ends the trial as violated if there are differences. */
    void holds(List<Difference> found, int compared) {
        if (!found.isEmpty()) {
            throw trial.violated(violation(found, compared));
        }
    }

    private static Violation violation(List<Difference> found, int compared) {
        List<Violation.Line> lines =
                found.stream()
                        .map(d -> new Violation.Line(d.where(), d.expected(), d.actual()))
                        .collect(Collectors.toList());
        return Violation.of(found.get(0).sentence(), Math.max(compared, lines.size()), lines)
                .withHint(found.get(0).check().hint());
    }

    /** An answer in words. */
    static String text(AttachResult answer) {
        if (answer instanceof Refused refused) {
            return "refused with " + refused.errno() + ": " + refused.reason();
        }
        return ((Attached) answer)
                .notice()
                .map(notice -> "accepted with the notice: " + notice)
                .orElse("accepted without a notice");
    }
}
