package probity.judge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import probity.spi.ContextPolicy;
import probity.spi.Description;
import probity.spi.FieldState;
import probity.spi.ProbeKind;
import probity.spi.RegisterSet;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Stage;

/** Whether what a candidate declares can be right at all, before anything runs. */
public final class Declarations {
    private static final Set<ProbeKind> TWO_SIDED =
            EnumSet.of(ProbeKind.FPROBE, ProbeKind.MULTI, ProbeKind.SESSION);

    private final Description description;
    private final Sheet sheet = new Sheet();

    private Declarations(Description description) {
        this.description = description;
    }

    /**
     * Looks at a description alone: the checks STAGE, SAME_STRUCTURE, SAME_KPROBE_SET, FULL_SET,
     * ENTRY_FIELDS, EXIT_FIELDS, CONSTANT_FIELDS and UNPOPULATED_FIELDS.
     */
    public static Findings check(Description description) {
        Declarations declarations = new Declarations(description);
        declarations.stage();
        for (ProbeKind kind : ProbeKind.values()) {
            for (Side side : Side.values()) {
                description.set(kind, side).ifPresent(set -> declarations.set(kind, side, set));
            }
            declarations.structure(kind);
        }
        declarations.kprobes();
        return declarations.sheet.findings();
    }

    /** Looks at one set alone: ENTRY_FIELDS or EXIT_FIELDS, FULL_SET, CONSTANT_FIELDS. */
    public static Findings check(Description description, ProbeKind kind, Side side) {
        Declarations declarations = new Declarations(description);
        description.set(kind, side).ifPresent(set -> declarations.set(kind, side, set));
        return declarations.sheet.findings();
    }

    /**
     * Where nobody can look into an fprobe's handlers, the programs that ride on it show that there
     * is an exit.
     */
    private boolean hasFprobeExit() {
        boolean hidden = !description.offers(ProbeKind.FPROBE, Side.ENTRY);
        return description.offers(ProbeKind.FPROBE, Side.EXIT)
                || hidden
                        && (description.offers(ProbeKind.MULTI, Side.EXIT)
                                || description.offers(ProbeKind.SESSION, Side.EXIT));
    }

    private void stage() {
        Stage stage = description.stage();
        boolean kretprobe = description.offers(ProbeKind.KRETPROBE, Side.EXIT);
        boolean fprobeExit = hasFprobeExit();
        stage("kretprobe", stage != Stage.REMOVED, kretprobe);
        if (stage == Stage.LEGACY) {
            boolean light =
                    TWO_SIDED.stream()
                            .anyMatch(
                                    kind ->
                                            description
                                                    .set(kind, Side.EXIT)
                                                    .map(set -> set.kind() == SetKind.LIGHT)
                                                    .orElse(false));
            stage("a return hook on the light set", false, light);
        } else {
            stage("an fprobe exit handler", true, fprobeExit);
        }
        if (stage == Stage.REMOVED) {
            List<String> users = description.kretprobeUsers();
            sheet.compare(
                    Check.STAGE,
                    users.isEmpty(),
                    where(stage),
                    "the list of users that still need kretprobe",
                    "empty",
                    String.join(", ", users));
        }
    }

    private void stage(String what, boolean wanted, boolean offered) {
        sheet.same(
                Check.STAGE,
                where(description.stage()),
                what,
                wanted ? "offered" : "not offered",
                offered ? "offered" : "not offered");
    }

    private static String where(Stage stage) {
        return "at the declared stage " + stage.number() + " (" + stage + ")";
    }

    private void set(ProbeKind kind, Side side, RegisterSet set) {
        String where =
                String.format(
                        "in the set declared for %s at %s", Scene.name(kind), Scene.name(side));
        Check check = side == Side.ENTRY ? Check.ENTRY_FIELDS : Check.EXIT_FIELDS;
        for (String register : side == Side.ENTRY ? Widths.ENTRY : Widths.EXIT) {
            populated(check, where, register, set);
        }
        if (set.kind() == SetKind.FULL) {
            for (String register : Widths.CONTEXT) {
                boolean link = side == Side.EXIT && register.equals("x30");
                if (!link) {
                    populated(Check.FULL_SET, where, register, set);
                }
            }
        }
        if (set.kind() == SetKind.CONTEXT && description.policy() == ContextPolicy.FULL) {
            for (String register : Widths.CONTEXT) {
                boolean excused = side == Side.EXIT && register.equals("x30");
                if (!excused) {
                    boolean saved = !AttachRule.isUnpopulated(set, register);
                    String wanted = "populated under the full policy";
                    sheet.compare(
                            Check.UNPOPULATED_FIELDS,
                            saved,
                            where,
                            register,
                            wanted,
                            "unpopulated");
                }
            }
        }
        constants(where, set);
    }

    private void populated(Check check, String where, String register, RegisterSet set) {
        FieldState state = set.state(register);
        String kind = state.kind().name().toLowerCase(Locale.ROOT);
        sheet.compare(check, state.isPopulated(), where, register, "populated", kind);
    }

    private void constants(String where, RegisterSet set) {
        List<String> constant = new ArrayList<>();
        set.fields()
                .forEach(
                        (register, state) -> {
                            if (state.kind() == FieldState.Kind.CONSTANT) {
                                constant.add(register);
                            }
                        });
        for (String register : constant) {
            boolean mode = (set.state(register).value() & Widths.MODE) != 0;
            boolean good = register.equals("pstate") && mode;
            String value = Names.hex(set.state(register).value());
            String wanted = "a kernel mode in pstate; no other field is constant";
            sheet.compare(
                    Check.CONSTANT_FIELDS, good, where, "constant " + register, wanted, value);
        }
    }

    private void structure(ProbeKind kind) {
        Optional<RegisterSet> entry = description.set(kind, Side.ENTRY);
        Optional<RegisterSet> exit = description.set(kind, Side.EXIT);
        if (TWO_SIDED.contains(kind) && entry.isPresent() && exit.isPresent()) {
            sheet.same(
                    Check.SAME_STRUCTURE,
                    "in the sets declared for " + Scene.name(kind),
                    "the set at exit",
                    entry.get().kind().name(),
                    exit.get().kind().name());
            offsets("in the sets declared for " + Scene.name(kind), entry.get(), exit.get());
        }
    }

    /**
     * What a handler reads at entry it reads at exit, by one structure. So where the exit's
     * trampoline is said to store a field elsewhere, either it does and handlers read something
     * else, or the declaration is wrong; no read at exit would tell the latter.
     */
    private void offsets(String where, RegisterSet entry, RegisterSet exit) {
        for (String register : Widths.CONTEXT) {
            Integer wanted = entry.offsets().get(register);
            Integer seen = exit.offsets().get(register);
            if (wanted != null && seen != null) {
                sheet.compare(
                        Check.SAME_STRUCTURE,
                        wanted.equals(seen),
                        where,
                        "the offset of " + register + " at exit",
                        wanted + " as at entry",
                        seen.toString());
            }
        }
    }

    private void kprobes() {
        Optional<RegisterSet> kprobe = description.set(ProbeKind.KPROBE, Side.ENTRY);
        Optional<RegisterSet> kretprobe = description.set(ProbeKind.KRETPROBE, Side.EXIT);
        if (kprobe.isPresent() && kretprobe.isPresent()) {
            String where = "in the sets declared for kprobe and kretprobe";
            String wanted = kprobe.get().kind().name();
            String seen = kretprobe.get().kind().name();
            sheet.same(Check.SAME_KPROBE_SET, where, "kretprobe's", wanted, seen);
        }
    }
}
