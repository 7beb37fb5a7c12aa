package probity.linux.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * What a Linux kernel is held to. Linux declares nothing itself, so this is the kit's declaration
 * on its behalf: by what a kernel offers at all, and by what its interfaces mean to give, never by
 * what one kernel happens to deliver.
 *
 * <ul>
 *   <li>A program on a multi-kprobe gets a {@code pt_regs} that is filled from {@code ftrace_regs}.
 *       At entry that holds the arguments and the indirect result (x0–x8), x29, x30, sp and pc; at
 *       exit the results (x0–x7), x29, sp and pc. The rest is sparse: nobody saved it, and a
 *       program reads zero. Not x30 at exit: there is no link any more.
 *   <li>pstate is a constant, EL1h, since perf asks it alone whether a sample is the kernel's.
 *   <li>The handlers of an fprobe get {@code ftrace_regs} itself, with the same registers. They are
 *       C functions; what can be asked for is an event of tracefs on the fprobe, whose handler is
 *       the kernel's. It records what it is told to: the arguments in x0–x7 or the result in x0,
 *       and sp, for no other register has a name there; perf adds x29 and pc, which it fills in
 *       from the set for its call chain. The others, and at entry the return ip, are hidden: the
 *       handler has them, and nobody can show them. It calls no helper, cancels nothing and looks
 *       once.
 *   <li>kprobes and kretprobes give the {@code pt_regs} of an exception, and so all of it. Until
 *       6.8 kretprobe built one by hand; what it left out, it left out of the same promise.
 *   <li>No field is writable: the kernel refuses programs that write.
 * </ul>
 */
final class Declaration {
    /** The same for all: what is recorded of a kernel goes by its version. */
    static final String NAME = "linux";

    /** PSTATE of the kernel on its own stack, without a virtualisation host. */
    private static final long EL1H = 5;

    /** FPROBE's limit of entry data, in bytes. */
    private static final int ENTRY_DATA = 120;

    /** The kernel's shadow stack has 4096 bytes, of which a frame with an exit takes some 80. */
    private static final int DEPTH = 50;

    /** All exit probes of one function share 32 words of an activation, two for each of them. */
    static final int PROBES = 16;

    /** {@code kernel.perf_event_max_stack}. */
    private static final int WALK = 127;

    /** The default pool of a kretprobe, where there are few CPUs. */
    private static final int POOL = 10;

    private static final Map<ProbeKind, Map<Side, Set<Capability>>> LACKED_BY_EVENTS =
            Map.of(
                    ProbeKind.FPROBE,
                    Map.of(
                            Side.ENTRY,
                            Set.of(
                                    Capability.CANCEL,
                                    Capability.SEES_RETURN_IP,
                                    Capability.WALK_FROM_HERE,
                                    Capability.STACK_HELPERS,
                                    Capability.ATTACH_HELPERS,
                                    Capability.LOOKS_AGAIN,
                                    Capability.WRITES),
                            Side.EXIT,
                            Set.of(
                                    Capability.WALK_FROM_HERE,
                                    Capability.STACK_HELPERS,
                                    Capability.ATTACH_HELPERS,
                                    Capability.LOOKS_AGAIN,
                                    Capability.WRITES)));

    private static final List<String> USERS =
            List.of("kretprobe events of tracefs", "perf probe", "BPF kretprobe programs");

    private Declaration() {}

    /**
     * The declaration.
     *
     * @param version of the kernel
     * @param offered the kinds of program that it takes
     */
    static Description of(String version, Set<ProbeKind> offered) {
        boolean exits = offered.contains(ProbeKind.MULTI);
        return new Description(
                NAME,
                version,
                Architecture.ARM64,
                capabilities(offered),
                sets(offered),
                ContextPolicy.SPARSE,
                Unsaved.ZERO,
                exits ? Stage.COEXISTING : Stage.LEGACY,
                USERS,
                new Limits(exits ? ENTRY_DATA : 0, exits ? DEPTH : POOL, PROBES, WALK),
                offered.contains(ProbeKind.FPROBE) ? LACKED_BY_EVENTS : Map.of());
    }

    private static Set<Capability> capabilities(Set<ProbeKind> offered) {
        Set<Capability> all =
                EnumSet.of(
                        Capability.PERF_OUTPUT,
                        Capability.WALK_FROM_CONTEXT,
                        Capability.WALK_FROM_HERE,
                        Capability.STACK_HELPERS,
                        Capability.ATTACH_HELPERS,
                        Capability.LOOKS_AGAIN,
                        Capability.WRITES,
                        Capability.SEES_CODE);
        if (offered.contains(ProbeKind.SESSION)) {
            all.add(Capability.CANCEL);
        }
        if (offered.contains(ProbeKind.FPROBE)) {
            all.add(Capability.SEES_RETURN_IP);
        }
        return all;
    }

    private static Map<ProbeKind, Map<Side, RegisterSet>> sets(Set<ProbeKind> offered) {
        Map<ProbeKind, Map<Side, RegisterSet>> sets = new EnumMap<>(ProbeKind.class);
        RegisterSet entry = sparse(general(0, 8), List.of("x29", "x30", "sp", "pc"));
        RegisterSet exit = sparse(general(0, 7), List.of("x29", "sp", "pc"));
        for (ProbeKind kind : List.of(ProbeKind.MULTI, ProbeKind.SESSION)) {
            if (offered.contains(kind)) {
                sets.put(kind, Map.of(Side.ENTRY, entry, Side.EXIT, exit));
            }
        }
        if (offered.contains(ProbeKind.FPROBE)) {
            sets.put(
                    ProbeKind.FPROBE,
                    Map.of(
                            Side.ENTRY, light(entry, Side.ENTRY),
                            Side.EXIT, light(exit, Side.EXIT)));
        }
        if (offered.contains(ProbeKind.KPROBE)) {
            sets.put(ProbeKind.KPROBE, Map.of(Side.ENTRY, full()));
        }
        if (offered.contains(ProbeKind.KRETPROBE)) {
            sets.put(ProbeKind.KRETPROBE, Map.of(Side.EXIT, full()));
        }
        return sets;
    }

    private static RegisterSet sparse(List<String> numbered, List<String> named) {
        Map<String, FieldState> fields = new LinkedHashMap<>();
        Stream.concat(numbered.stream(), named.stream())
                .forEach(field -> fields.put(field, FieldState.POPULATED));
        fields.put("pstate", FieldState.constant(EL1H));
        return new RegisterSet(SetKind.CONTEXT, fields, Set.of(), offsets());
    }

    /** The set that such a context is filled from, as an event shows it. */
    private static RegisterSet light(RegisterSet context, Side side) {
        Set<String> populated = new LinkedHashSet<>(context.fields().keySet());
        populated.removeIf(field -> !context.state(field).isPopulated());
        Set<String> hidden = new LinkedHashSet<>(populated);
        hidden.removeAll(FprobeEvent.shown(side));
        return RegisterSet.populated(SetKind.LIGHT, populated).hiding(hidden);
    }

    private static RegisterSet full() {
        Map<String, FieldState> fields = new LinkedHashMap<>();
        all().forEach(field -> fields.put(field, FieldState.POPULATED));
        return new RegisterSet(SetKind.FULL, fields, Set.of(), offsets());
    }

    /** Those of {@code struct pt_regs}, the same in every version. */
    private static Map<String, Integer> offsets() {
        Map<String, Integer> offsets = new LinkedHashMap<>();
        all().forEach(field -> offsets.put(field, offsets.size() * Long.BYTES));
        return offsets;
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>(general(0, 30));
        all.addAll(List.of("sp", "pc", "pstate"));
        return all;
    }

    private static List<String> general(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(number -> "x" + number).toList();
    }
}
