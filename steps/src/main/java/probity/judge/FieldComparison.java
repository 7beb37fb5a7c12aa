package probity.judge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import probity.spi.Action;
import probity.spi.Event;
import probity.spi.FieldState;
import probity.spi.Observation;
import probity.spi.RegisterFile;
import probity.spi.RegisterSet;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Word;

/** The fields of the register sets that handlers get. */
final class FieldComparison {
    private final Scene scene;
    private final Sheet sheet;
    private final CaptureComparison captures;

    FieldComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
        this.captures = new CaptureComparison(scene);
    }

    void run() {
        scene.handlerRuns().forEach(this::compare);
    }

    private void compare(HandlerRun run) {
        RegisterFile first = null;
        Set<String> written = new LinkedHashSet<>();
        for (Action action : run.actions()) {
            if (faulted(run, action)) {
                return;
            }
            if (action instanceof Action.Capture capture) {
                Optional<Observation.Captured> seen =
                        run.event().find(capture.label(), Observation.Captured.class);
                if (seen.isEmpty()) {
                    sheet.unanswered(check(run.side()), run.event(), capture);
                } else if (first == null) {
                    first = seen.get().registers();
                    captured(run, first, written);
                } else {
                    captures.stable(run, first, seen.get().registers(), written);
                }
            } else if (action instanceof Action.Read read) {
                read(run, read, written);
            } else if (action instanceof Action.Write write) {
                written.add(write.register());
            }
        }
        if (first != null && run.side() == Side.EXIT) {
            captures.frameKept(run, first, written);
        }
    }

    /** Whether the handler ends here; where it was not meant to, that is a difference. */
    private boolean faulted(HandlerRun run, Action action) {
        if (action instanceof Action.Fault) {
            return true;
        }
        Event event = run.event();
        Optional<Observation.Faulted> fault = event.find(action.label(), Observation.Faulted.class);
        boolean reads = action instanceof Action.Capture || action instanceof Action.Read;
        if (fault.isPresent() && reads) {
            boolean context = run.set().kind() == SetKind.CONTEXT;
            sheet.compare(
                    context ? Check.CONTEXT_READABLE : check(run.side()),
                    false,
                    Scene.where(event),
                    "what action '" + action.label() + "' reads",
                    "readable",
                    "a fault (" + fault.get().text() + ")");
        }
        return fault.isPresent();
    }

    private void captured(HandlerRun run, RegisterFile seen, Set<String> written) {
        for (String register : fields(run.set())) {
            if (!written.contains(register)) {
                field(run, register, seen.find(register));
            }
        }
        mode(run, seen.find("pstate"));
        if (run.set().kind() == SetKind.CONTEXT) {
            Widths.CONTEXT.forEach(name -> readable(run, name, seen.has(name)));
        }
        captures.full(run, seen);
        if (run.side() == Side.EXIT) {
            captures.accessors(run, seen, written);
        }
    }

    /** The fields to look at: those of pt_regs, and what is declared besides. */
    private static List<String> fields(RegisterSet set) {
        Set<String> names = new LinkedHashSet<>();
        if (set.kind() != SetKind.LIGHT) {
            names.addAll(Widths.CONTEXT);
        }
        set.fields().forEach((name, state) -> names.add(name));
        return new ArrayList<>(names);
    }

    private void read(HandlerRun run, Action.Read read, Set<String> written) {
        Optional<Observation.ReadField> seen =
                run.event().find(read.label(), Observation.ReadField.class);
        if (seen.isEmpty()) {
            sheet.unanswered(check(run.side()), run.event(), read);
        } else if (!written.contains(read.register())) {
            field(run, read.register(), seen.get().value());
            if (read.register().equals("pstate")) {
                mode(run, seen.get().value());
            }
            if (run.set().kind() == SetKind.CONTEXT && Widths.CONTEXT.contains(read.register())) {
                readable(run, read.register(), seen.get().value().isPresent());
            }
        }
    }

    private void field(HandlerRun run, String register, Optional<Word> seen) {
        Field field = Field.of(scene, run.slot(), run.set(), register);
        if (field.rule() == Field.Rule.FREE) {
            return;
        }
        if (field.rule() == Field.Rule.UNKNOWN && seen.isPresent()) {
            String place = Scene.name(run.side()) + " of " + run.event().function();
            sheet.unseen(
                    field.check(),
                    "Nobody saw the truth of " + register + " at the " + place + ".");
            return;
        }
        if (seen.isEmpty() && run.set().hidden().contains(register)) {
            sheet.unseen(field.check(), Scene.notShown(register, run));
            return;
        }
        boolean good =
                seen.map(word -> field.accepts(scene, run.slot(), register, word))
                        .orElse(field.rule() == Field.Rule.DENIED);
        sheet.compare(
                field.check(),
                good,
                run.where(),
                register,
                () -> field.expected(scene.names(), register),
                () ->
                        seen.map(word -> field.shown(scene.names(), register, word))
                                .orElse("absent"));
    }

    private void mode(HandlerRun run, Optional<Word> pstate) {
        boolean declared = run.set().state("pstate").kind() != FieldState.Kind.UNPOPULATED;
        if (!declared && run.set().kind() != SetKind.CONTEXT) {
            return;
        }
        boolean kernel = pstate.map(word -> (word.low() & Widths.MODE) != 0).orElse(false);
        sheet.compare(
                Check.KERNEL_MODE,
                kernel,
                run.where(),
                "the mode in pstate",
                "a kernel mode",
                pstate.isPresent() ? "EL0t (pstate " + pstate.get() + ")" : "absent");
    }

    private void readable(HandlerRun run, String register, boolean read) {
        boolean denied =
                AttachRule.denies(scene.description())
                        && AttachRule.isUnpopulated(run.set(), register);
        if (!denied) {
            String subject = "the field " + register;
            sheet.compare(
                    Check.CONTEXT_READABLE, read, run.where(), subject, "readable", "not readable");
        }
    }

    private static Check check(Side side) {
        return side == Side.ENTRY ? Check.ENTRY_FIELDS : Check.EXIT_FIELDS;
    }
}
