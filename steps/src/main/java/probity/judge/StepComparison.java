package probity.judge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import probity.spi.Action;
import probity.spi.Attached;
import probity.spi.CallResult;
import probity.spi.Capability;
import probity.spi.Done;
import probity.spi.Ending;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Refused;
import probity.spi.Side;
import probity.spi.Stage;
import probity.spi.StepResult;

/** The answers to the steps of the plan: how calls end, what is accepted and refused. */
final class StepComparison {
    private final Scene scene;
    private final Sheet sheet;
    private boolean kretprobeSeen;

    StepComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
    }

    void run() {
        List<StepResult> results = scene.actual().steps();
        for (int i = 0; i < results.size(); i++) {
            answer(i, scene.expectation().plan().steps().get(i), results.get(i));
        }
    }

    private void answer(int index, Plan.Step step, StepResult result) {
        if (step instanceof Plan.Call call) {
            call(index, call.task(), result);
        } else if (step instanceof Plan.Continue goOn) {
            call(index, goOn.task(), result);
        } else if (step instanceof Plan.Attach attach) {
            attach(index, attach.probe(), result);
        } else if (!(step instanceof Plan.WalkTask)) {
            boolean served =
                    scene.can(Capability.ENABLE_DISABLE)
                            || !(step instanceof Plan.Enable || step instanceof Plan.Disable);
            if (served && !refusedBefore(index, probe(step))) {
                String subject = "the answer";
                String text = result instanceof Done ? "done" : text(result);
                sheet.same(Check.STEP_ANSWER, where(index, step), subject, "done", text);
            }
        }
    }

    private static Optional<String> probe(Plan.Step step) {
        if (step instanceof Plan.Detach detach) {
            return Optional.of(detach.probe());
        } else if (step instanceof Plan.Enable enable) {
            return Optional.of(enable.probe());
        } else if (step instanceof Plan.Disable disable) {
            return Optional.of(disable.probe());
        }
        return Optional.empty();
    }

    /** Whether the probe was refused when it was to be attached: then nothing can be done to it. */
    private boolean refusedBefore(int index, Optional<String> probe) {
        Optional<StepResult> last = Optional.empty();
        for (int i = 0; i < index; i++) {
            if (scene.expectation().plan().steps().get(i) instanceof Plan.Attach attach
                    && probe.equals(Optional.of(attach.probe().name()))) {
                last = Optional.of(scene.actual().steps().get(i));
            }
        }
        return last.filter(Refused.class::isInstance).isPresent();
    }

    private void call(int index, int task, StepResult result) {
        Optional<LogicalCall> call = scene.expectation().callAt(task, index);
        Optional<Ending> expected = call.flatMap(found -> expected(found, index));
        if (call.isEmpty() || expected.isEmpty()) {
            sheet.unseen(Check.ENDING, "The unhooked run did not come as far as step " + index);
            return;
        }
        String where = Scene.where(call.get());
        if (!(result instanceof CallResult end)) {
            sheet.same(Check.ENDING, where, "the answer", "a call's result", text(result));
        } else if (end.ending() == Ending.LOST) {
            sheet.unseen(Check.ENDING, "The machine was lost: " + end.detail());
        } else {
            String detail = end.detail().isEmpty() ? "" : " (" + end.detail() + ")";
            sheet.compare(
                    Check.ENDING,
                    end.ending() == expected.get(),
                    where,
                    "the ending",
                    expected.get().name(),
                    end.ending() + detail);
        }
    }

    /** How a step that drives a call must end; empty where the truth is unknown. */
    private Optional<Ending> expected(LogicalCall call, int step) {
        List<Timeline.Stop> stops = scene.expectation().timeline().stops(call);
        int number = call.steps().indexOf(step);
        if (number < stops.size()) {
            return Optional.of(stops.get(number).ending);
        }
        Optional<Ending> last = Optional.empty();
        Unhooked stripped = scene.expectation().stripped();
        List<StepResult> truth = scene.expectation().unhooked().steps();
        for (int i = 0; i < truth.size(); i++) {
            if (call.steps().contains(stripped.origins().get(i))
                    && truth.get(i) instanceof CallResult end) {
                last = Optional.of(end.ending());
            }
        }
        return last;
    }

    private void attach(int index, Probe probe, StepResult result) {
        AttachRule rule = AttachRule.of(scene.description(), probe);
        String where =
                String.format(
                        "at the request to attach %s %s (step %d)",
                        Scene.name(probe.kind()), probe.name(), index);
        if (rule.answer() == AttachRule.Answer.ACCEPT) {
            boolean good = result instanceof Attached;
            String wanted = "accepted " + rule.why();
            sheet.compare(Check.ATTACH_ACCEPTED, good, where, "the answer", wanted, text(result));
        } else if (rule.answer() == AttachRule.Answer.REFUSE) {
            refusal(where, rule, result);
        }
        if (result instanceof Refused && writesUndeclared(probe)) {
            sheet.counted(Check.WRITE_ANSWER, 1); // a program that writes may be refused as a whole
        }
        if (probe.kind() == ProbeKind.KRETPROBE && result instanceof Attached attached) {
            notice(where, attached);
            kretprobeSeen = true;
        }
    }

    private boolean writesUndeclared(Probe probe) {
        for (Side side : Side.values()) {
            Set<String> writable = AttachRule.writable(scene.description(), probe.kind(), side);
            for (Action action : probe.actions(side)) {
                if (action instanceof Action.Write write && !writable.contains(write.register())) {
                    return true;
                }
            }
        }
        return false;
    }

    private void refusal(String where, AttachRule rule, StepResult result) {
        Check check = Check.ATTACH_REFUSED;
        String wanted = "refused " + rule.why();
        boolean refused = result instanceof Refused;
        sheet.compare(check, refused, where, "the answer", wanted, text(result));
        if (result instanceof Refused seen) {
            if (!rule.errnos().isEmpty()) {
                boolean good = rule.errnos().contains(seen.errno());
                String errnos = String.join(" or ", rule.errnos().stream().sorted().toList());
                sheet.compare(check, good, where, "the errno", errnos, seen.errno());
            }
            for (String name : rule.names()) {
                sheet.unseen(
                        Check.CONTEXT_READABLE,
                        "The policy denies " + name + ": nothing that reads it is attached.");
                boolean named = seen.reason().matches("(?s).*\\b" + name + "\\b.*");
                String quoted = "'" + seen.reason() + "'";
                sheet.compare(check, named, where, "the reason", "one that names " + name, quoted);
            }
        }
    }

    private void notice(String where, Attached attached) {
        if (scene.description().stage() != Stage.MIGRATED) {
            return;
        }
        String seen = attached.notice().map(text -> "'" + text + "'").orElse("absent");
        boolean names = attached.notice().orElse("").toLowerCase(Locale.ROOT).contains("fprobe");
        if (kretprobeSeen) {
            boolean good = attached.notice().isEmpty();
            sheet.compare(Check.NOTICE, good, where, "a second notice", "absent", seen);
        } else {
            String wanted = "one that names fprobe";
            sheet.compare(Check.NOTICE, names, where, "the first notice", wanted, seen);
        }
    }

    private static String where(int index, Plan.Step step) {
        String name = step.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return "at step " + index + " (" + name + ")";
    }

    private static String text(StepResult result) {
        if (result instanceof Refused refused) {
            return "refused with " + refused.errno() + " ('" + refused.reason() + "')";
        }
        return result instanceof Attached ? "accepted" : String.valueOf(result);
    }
}
