package probity.judge.toy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import probity.spi.Architecture;
import probity.spi.Capability;
import probity.spi.ContextPolicy;
import probity.spi.Description;
import probity.spi.FieldState;
import probity.spi.Limits;
import probity.spi.ProbeKind;
import probity.spi.RegisterSet;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.Stage;
import probity.spi.Unsaved;

/** What the toy kernel declares; parts of it can be replaced. */
public final class ToyDescription {
    /** EL1h, interrupts masked. */
    public static final long PSTATE = 0x3c5;

    private static final List<String> LIGHT_ENTRY = light(8, true);
    private static final List<String> LIGHT_EXIT = light(7, false);

    private final Map<ProbeKind, Map<Side, RegisterSet>> sets = new EnumMap<>(ProbeKind.class);
    private final Set<Capability> capabilities = EnumSet.allOf(Capability.class);
    private ContextPolicy policy = ContextPolicy.SPARSE;
    private Unsaved unsaved = Unsaved.ZERO;
    private Stage stage = Stage.COEXISTING;
    private List<String> users = List.of();
    private Limits limits = new Limits(64, 16, 4, 8);
    private String name = "toy";
    private Map<ProbeKind, Map<Side, Set<Capability>>> lacking = Map.of();

    /** Everything is offered: light sets for fprobe, sparse contexts, full sets for kprobes. */
    public ToyDescription() {
        set(ProbeKind.FPROBE, Side.ENTRY, RegisterSet.populated(SetKind.LIGHT, LIGHT_ENTRY));
        set(ProbeKind.FPROBE, Side.EXIT, RegisterSet.populated(SetKind.LIGHT, LIGHT_EXIT));
        for (ProbeKind kind : List.of(ProbeKind.MULTI, ProbeKind.SESSION)) {
            set(kind, Side.ENTRY, context(LIGHT_ENTRY));
            set(kind, Side.EXIT, context(LIGHT_EXIT));
        }
        set(ProbeKind.KPROBE, Side.ENTRY, full());
        set(ProbeKind.KRETPROBE, Side.ENTRY, full());
        set(ProbeKind.KRETPROBE, Side.EXIT, full());
    }

    private static List<String> light(int last, boolean link) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            names.add("x" + i);
        }
        names.add("x29");
        if (link) {
            names.add("x30");
        }
        names.addAll(List.of("sp", "pc"));
        return names;
    }

    private static RegisterSet full() {
        List<String> names = new ArrayList<>(Architecture.ARM64.registers());
        names.removeIf(register -> register.startsWith("v"));
        return RegisterSet.populated(SetKind.FULL, names);
    }

    private static RegisterSet context(List<String> populated) {
        Map<String, FieldState> fields = new HashMap<>();
        populated.forEach(register -> fields.put(register, FieldState.POPULATED));
        fields.put("pstate", FieldState.constant(PSTATE));
        return new RegisterSet(SetKind.CONTEXT, fields, Set.of());
    }

    /** The same with another set. */
    public ToyDescription set(ProbeKind kind, Side side, RegisterSet set) {
        sets.computeIfAbsent(kind, none -> new EnumMap<>(Side.class)).put(side, set);
        return this;
    }

    /** The same without probes of this kind. */
    public ToyDescription without(ProbeKind kind) {
        sets.remove(kind);
        return this;
    }

    /** The same without a capability. */
    public ToyDescription without(Capability capability) {
        capabilities.remove(capability);
        return this;
    }

    /** The same with a field of one set in another state. */
    public ToyDescription field(ProbeKind kind, Side side, String register, FieldState state) {
        RegisterSet old = sets.get(kind).get(side);
        Map<String, FieldState> fields = new HashMap<>(old.fields());
        fields.put(register, state);
        return set(kind, side, new RegisterSet(old.kind(), fields, old.writable(), old.offsets()));
    }

    /** The same with a field that handlers may write. */
    public ToyDescription writable(ProbeKind kind, Side side, String register) {
        RegisterSet old = sets.get(kind).get(side);
        Set<String> writable = new HashSet<>(old.writable());
        writable.add(register);
        return set(kind, side, new RegisterSet(old.kind(), old.fields(), writable, old.offsets()));
    }

    /** The same with a field of one set at an offset. */
    public ToyDescription offset(ProbeKind kind, Side side, String register, int offset) {
        RegisterSet old = sets.get(kind).get(side);
        Map<String, Integer> offsets = new HashMap<>(old.offsets());
        offsets.put(register, offset);
        return set(kind, side, new RegisterSet(old.kind(), old.fields(), old.writable(), offsets));
    }

    /** The same with fields of one set that nobody can show. */
    public ToyDescription hiding(ProbeKind kind, Side side, String... registers) {
        return set(kind, side, sets.get(kind).get(side).hiding(Set.of(registers)));
    }

    /** The same with a capability that handlers of one kind do not have at a side. */
    public ToyDescription lacking(ProbeKind kind, Side side, Capability capability) {
        lacking = Map.of(kind, Map.of(side, Set.of(capability)));
        return this;
    }

    /** The same with another name. */
    public ToyDescription named(String text) {
        name = text;
        return this;
    }

    /** The same under another policy. */
    public ToyDescription policy(ContextPolicy other, Unsaved zeroOrDenied) {
        policy = other;
        unsaved = zeroOrDenied;
        return this;
    }

    /** The same at another stage. */
    public ToyDescription stage(Stage other, String... kretprobeUsers) {
        stage = other;
        users = List.of(kretprobeUsers);
        return this;
    }

    /** The same with other limits. */
    public ToyDescription limits(Limits other) {
        limits = other;
        return this;
    }

    /** The description as it stands. */
    public Description build() {
        return new Description(
                name,
                "1",
                Architecture.ARM64,
                capabilities,
                sets,
                policy,
                unsaved,
                stage,
                users,
                limits,
                lacking);
    }
}
