package probity.judge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import probity.spi.Action;
import probity.spi.ContextPolicy;
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
    private static final List<String> ACCESSORS = List.of("sp", "x29", "pc");

    private final Scene scene;
    private final Sheet sheet;

    FieldComparison(Scene scene) {
        this.scene = scene;
        this.sheet = scene.sheet();
    }

    void run() {
        for (Alignment.Pair pair : scene.matching().matched()) {
            Optional<RegisterSet> set = Field.set(scene, pair.slot());
            if (pair.slot().need() != Slot.Need.FORBIDDEN && set.isPresent()) {
                event(pair.slot(), pair.event(), set.get());
            }
        }
    }

    private void event(Slot slot, Event event, RegisterSet set) {
        Observation.Captured first = null;
        Set<String> written = new LinkedHashSet<>();
        for (Action action : slot.attachment().actions(slot.side())) {
            if (faulted(slot, event, set, action)) {
                return;
            }
            if (action instanceof Action.Capture capture) {
                Optional<Observation.Captured> seen =
                        event.find(capture.label(), Observation.Captured.class);
                if (seen.isEmpty()) {
                    missing(event, capture.label(), check(slot.side()));
                } else if (first == null) {
                    first = seen.get();
                    captured(slot, event, set, first.registers(), written);
                } else {
                    stable(event, first.registers(), seen.get().registers(), written);
                }
            } else if (action instanceof Action.Read read) {
                read(slot, event, set, read, written);
            } else if (action instanceof Action.Write write) {
                written.add(write.register());
            }
        }
        if (first != null && slot.side() == Side.EXIT) {
            frameKept(slot, event, first.registers(), written);
        }
    }

    /** Whether the handler ends here; where it was not meant to, that is a difference. */
    private boolean faulted(Slot slot, Event event, RegisterSet set, Action action) {
        if (action instanceof Action.Fault) {
            return true;
        }
        Optional<Observation.Faulted> fault = event.find(action.label(), Observation.Faulted.class);
        boolean reads = action instanceof Action.Capture || action instanceof Action.Read;
        if (fault.isPresent() && reads) {
            boolean context = set.kind() == SetKind.CONTEXT;
            sheet.compare(
                    context ? Check.CONTEXT_READABLE : check(slot.side()),
                    false,
                    Scene.where(event),
                    "what action '" + action.label() + "' reads",
                    "readable",
                    "a fault (" + fault.get().text() + ")");
        }
        return fault.isPresent();
    }

    private void captured(
            Slot slot, Event event, RegisterSet set, RegisterFile seen, Set<String> written) {
        for (String register : fields(set)) {
            if (!written.contains(register)) {
                field(slot, event, set, register, seen.find(register));
            }
        }
        mode(event, set, seen.find("pstate"));
        if (set.kind() == SetKind.CONTEXT) {
            Widths.CONTEXT.forEach(name -> readable(event, set, name, seen.has(name)));
        }
        if (isFull(set)) {
            full(slot, event, set, seen);
        }
        if (slot.side() == Side.EXIT) {
            accessors(slot, event, set, seen, written);
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

    private void read(
            Slot slot, Event event, RegisterSet set, Action.Read read, Set<String> written) {
        Optional<Observation.ReadField> seen =
                event.find(read.label(), Observation.ReadField.class);
        if (seen.isEmpty()) {
            missing(event, read.label(), check(slot.side()));
        } else if (!written.contains(read.register())) {
            field(slot, event, set, read.register(), seen.get().value());
            if (read.register().equals("pstate")) {
                mode(event, set, seen.get().value());
            }
            if (set.kind() == SetKind.CONTEXT && Widths.CONTEXT.contains(read.register())) {
                readable(event, set, read.register(), seen.get().value().isPresent());
            }
        }
    }

    private void field(
            Slot slot, Event event, RegisterSet set, String register, Optional<Word> seen) {
        Field field = Field.of(scene, slot, set, register);
        if (field.rule() == Field.Rule.FREE) {
            return;
        }
        if (field.rule() == Field.Rule.UNKNOWN && seen.isPresent()) {
            String side = Scene.name(slot.side());
            sheet.unseen(
                    field.check(),
                    "Nobody saw the truth of "
                            + register
                            + " at the "
                            + side
                            + " of "
                            + event.function()
                            + ".");
            return;
        }
        boolean good =
                seen.map(word -> field.accepts(scene, slot, register, word))
                        .orElse(field.rule() == Field.Rule.DENIED);
        sheet.compare(
                field.check(),
                good,
                Scene.where(event),
                register,
                field.expected(scene.names(), register),
                seen.map(word -> field.shown(scene.names(), register, word)).orElse("absent"));
    }

    private void mode(Event event, RegisterSet set, Optional<Word> pstate) {
        boolean declared = set.state("pstate").kind() != FieldState.Kind.UNPOPULATED;
        if (!declared && set.kind() != SetKind.CONTEXT) {
            return;
        }
        boolean kernel = pstate.map(word -> (word.low() & Widths.MODE) != 0).orElse(false);
        sheet.compare(
                Check.KERNEL_MODE,
                kernel,
                Scene.where(event),
                "the mode in pstate",
                "a kernel mode",
                pstate.isPresent() ? "EL0t (pstate " + pstate.get() + ")" : "absent");
    }

    private void readable(Event event, RegisterSet set, String register, boolean read) {
        boolean denied =
                AttachRule.denies(scene.description()) && AttachRule.isUnpopulated(set, register);
        if (!denied) {
            String subject = "the field " + register;
            sheet.compare(
                    Check.CONTEXT_READABLE,
                    read,
                    Scene.where(event),
                    subject,
                    "readable",
                    "not readable");
        }
    }

    private boolean isFull(RegisterSet set) {
        return set.kind() == SetKind.FULL
                || set.kind() == SetKind.CONTEXT
                        && scene.description().policy() == ContextPolicy.FULL;
    }

    /** A full set has every field, and the real PSTATE; of the link register at exit see SPEC. */
    private void full(Slot slot, Event event, RegisterSet set, RegisterFile seen) {
        for (String register : Widths.CONTEXT) {
            boolean link = slot.side() == Side.EXIT && register.equals("x30");
            boolean delivered = set.state(register).isPopulated() && seen.has(register);
            if (!link) {
                String declared = set.state(register).kind().name().toLowerCase(Locale.ROOT);
                sheet.compare(
                        Check.FULL_SET,
                        delivered,
                        Scene.where(event),
                        register,
                        "declared populated, and delivered",
                        "declared " + declared + ", and " + text(register, seen.find(register)));
            }
        }
    }

    private void accessors(
            Slot slot, Event event, RegisterSet set, RegisterFile seen, Set<String> written) {
        for (String register : ACCESSORS) {
            Optional<Word> truth = scene.truth().at(Side.EXIT, slot.span(), register);
            Field field = Field.of(scene, slot, set, register);
            if (truth.isEmpty() || written.contains(register)) {
                continue;
            }
            boolean good =
                    seen.find(register)
                            .map(
                                    word ->
                                            word.equals(truth.get())
                                                    || field.alternatives().contains(word))
                            .orElse(false);
            sheet.compare(
                    Check.EXIT_ACCESSORS,
                    good,
                    Scene.where(event),
                    register,
                    Field.text(scene.names(), register, truth.get()),
                    text(register, seen.find(register)));
        }
    }

    /** A second look at the context shows what the first did; what was written since may differ. */
    private void stable(Event event, RegisterFile before, RegisterFile after, Set<String> written) {
        Set<String> names = new LinkedHashSet<>(before.names());
        names.addAll(after.names());
        names.removeAll(written);
        for (String register : names) {
            sheet.compare(
                    Check.CONTEXT_STABLE,
                    before.find(register).equals(after.find(register)),
                    Scene.where(event),
                    register + " in the second capture",
                    text(register, before.find(register)) + " as in the first",
                    text(register, after.find(register)));
        }
    }

    private void frameKept(Slot slot, Event exit, RegisterFile seen, Set<String> written) {
        Optional<RegisterFile> entry =
                scene.matching()
                        .event(slot.attachment(), slot.span(), Side.ENTRY)
                        .flatMap(FieldComparison::firstCapture);
        for (String register : List.of("sp", "x29")) {
            Optional<Word> before = entry.flatMap(file -> file.find(register));
            if (before.isPresent() && seen.has(register) && !written.contains(register)) {
                sheet.compare(
                        Check.FRAME_KEPT,
                        before.equals(seen.find(register)),
                        Scene.where(exit),
                        register,
                        before.get() + " as at entry",
                        text(register, seen.find(register)));
            }
        }
    }

    static Optional<RegisterFile> firstCapture(Event event) {
        return event.observations().stream()
                .filter(Observation.Captured.class::isInstance)
                .findFirst()
                .map(first -> ((Observation.Captured) first).registers());
    }

    private void missing(Event event, String label, Check check) {
        String subject = "the answer to action '" + label + "'";
        sheet.compare(check, false, Scene.where(event), subject, "given", "absent");
    }

    private static Check check(Side side) {
        return side == Side.ENTRY ? Check.ENTRY_FIELDS : Check.EXIT_FIELDS;
    }

    private String text(String register, Optional<Word> content) {
        return content.map(word -> Field.text(scene.names(), register, word)).orElse("absent");
    }
}
