package probity.reference;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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

/**
 * What a hook core on some trampolines declares of itself: derived from what the trampolines store,
 * the context policy and the stage.
 *
 * @param name for people
 * @param version the implementation's own
 * @param trampolines what stores the sets
 * @param policy how programs are served
 * @param unsaved what a program reads from a field that nobody saved
 * @param stage how far kretprobe's removal has come
 * @param kretprobeUsers who still needs kretprobe
 */
public record Declaration(
        String name,
        String version,
        Trampolines trampolines,
        ContextPolicy policy,
        Unsaved unsaved,
        Stage stage,
        List<String> kretprobeUsers) {
    public Declaration {
        kretprobeUsers = List.copyOf(kretprobeUsers);
    }

    /** The declaration in the SPI's terms. */
    public Description description() {
        return new Description(
                name,
                version,
                Architecture.ARM64,
                capabilities(),
                sets(),
                policy,
                unsaved,
                stage,
                kretprobeUsers,
                new Limits(
                        EntryDataPool.LIMIT, ShadowStack.DEPTH, EntryRun.EXITS, StackWalker.LIMIT));
    }

    /** The context builder that serves programs as declared. */
    ContextBuilder contexts() {
        DeclaredSets declared = new AskedSets(this::sets);
        switch (policy) {
            case FULL:
                return new EmbeddedContexts(declared);
            case SPARSE:
                return new SparseContexts(declared, new ContextSlots());
            case RELOCATED:
                boolean zero = unsaved == Unsaved.ZERO;
                return new RelocatedContexts(
                        declared, zero ? OptionalLong.of(0) : OptionalLong.empty());
            default:
                return new DeniedContexts(declared, new ContextSlots());
        }
    }

    private Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.allOf(Capability.class);
        if (trampolines.exit().isEmpty()) {
            capabilities.remove(Capability.ENTRY_DATA);
        }
        return capabilities;
    }

    private Map<ProbeKind, Map<Side, RegisterSet>> sets() {
        Map<ProbeKind, Map<Side, RegisterSet>> sets = new EnumMap<>(ProbeKind.class);
        sets.put(ProbeKind.FPROBE, sides(this::handlerSet));
        sets.put(ProbeKind.MULTI, sides(this::programSet));
        if (trampolines.exit().isPresent()) {
            sets.put(ProbeKind.SESSION, sides(this::programSet));
        }
        sets.put(ProbeKind.KPROBE, Map.of(Side.ENTRY, exceptionSet(Side.ENTRY)));
        if (stage != Stage.REMOVED) {
            sets.put(ProbeKind.KRETPROBE, kretprobeSets());
        }
        return sets;
    }

    /** How one side's set is declared. */
    private interface SideSet {
        RegisterSet of(SetLayout stored, Side side);
    }

    private Map<Side, RegisterSet> sides(SideSet set) {
        Map<Side, RegisterSet> sides = new EnumMap<>(Side.class);
        sides.put(Side.ENTRY, set.of(trampolines.entry(), Side.ENTRY));
        trampolines.exit().ifPresent(exit -> sides.put(Side.EXIT, set.of(exit, Side.EXIT)));
        return sides;
    }

    private RegisterSet handlerSet(SetLayout stored, Side side) {
        SetKind kind = stored.isFull() ? SetKind.FULL : SetKind.LIGHT;
        return new RegisterSet(kind, populated(stored), writable(stored, side), stored.offsets());
    }

    private RegisterSet programSet(SetLayout stored, Side side) {
        Map<String, FieldState> fields = populated(stored);
        fields.putIfAbsent("pstate", FieldState.constant(Registers.EL1H));
        return new RegisterSet(SetKind.CONTEXT, fields, Set.of());
    }

    private Map<Side, RegisterSet> kretprobeSets() {
        RegisterSet exit =
                trampolines
                        .kretprobe()
                        .map(stored -> handlerSet(stored, Side.EXIT))
                        .orElse(exceptionSet(Side.EXIT));
        return Map.of(Side.ENTRY, exceptionSet(Side.ENTRY), Side.EXIT, exit);
    }

    private static RegisterSet exceptionSet(Side side) {
        return new RegisterSet(
                SetKind.FULL, populated(SetLayout.FULL), writable(SetLayout.FULL, side));
    }

    private static Map<String, FieldState> populated(SetLayout stored) {
        Map<String, FieldState> fields = new LinkedHashMap<>();
        for (String register : SetLayout.names()) {
            if (stored.has(register)) {
                fields.put(register, FieldState.POPULATED);
            }
        }
        return fields;
    }

    /** Arguments at entry, x8 among them; results at exit. */
    private static Set<String> writable(SetLayout stored, Side side) {
        Set<String> writable = new LinkedHashSet<>();
        int last = side == Side.ENTRY ? 8 : 7;
        for (int i = 0; i <= last; i++) {
            if (stored.has("x" + i)) {
                writable.add("x" + i);
            }
        }
        return writable;
    }
}
