package probity.linux.bpf.handler;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.linux.bpf.Program;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Script;
import probity.spi.Side;

/**
 * Makes programs of scripts: of program type KPROBE, for a multi-kprobe link or for a perf event on
 * a kprobe or kretprobe.
 */
public final class HandlerCompiler {
    private final int process;
    private final HandlerMaps maps;
    private final LogLayout log;
    private final Optional<SessionCalls> session;
    private final Limitations limitations;

    /**
     * A compiler.
     *
     * @param process the one whose hits count, by its id; those of others leave no record
     * @param maps the maps that programs use
     * @param log the dimensions of the log among them
     * @param session what sessions need, where the kernel has them
     */
    public HandlerCompiler(
            int process, HandlerMaps maps, LogLayout log, Optional<SessionCalls> session) {
        this(process, maps, log, session, new Limitations(false));
    }

    private HandlerCompiler(
            int process,
            HandlerMaps maps,
            LogLayout log,
            Optional<SessionCalls> session,
            Limitations limitations) {
        this.process = process;
        this.maps = maps;
        this.log = log;
        this.session = session;
        this.limitations = limitations;
    }

    /**
     * The same, but a write to the context is compiled to a store, for the kernel to refuse: at
     * load by the verifier, or at attach. It is then the kernel that says so, and with its errno
     * (PTR-15).
     */
    public HandlerCompiler attemptingWrites() {
        return new HandlerCompiler(process, maps, log, session, new Limitations(true));
    }

    /**
     * The program for one side of a probe that is no session.
     *
     * @param id names the handler in its records; unique in a log
     * @param probe the probe; it has a script for that side
     * @param side which one
     */
    public Compilation compile(int id, Probe probe, Side side) {
        if (probe.kind() == ProbeKind.SESSION) {
            throw new IllegalArgumentException(
                    "A session has one program for both sides, and " + probe.name() + " is one.");
        }
        return compile(id, probe, List.of(side));
    }

    /**
     * The one program of a session.
     *
     * @param id names the handler in its records; unique in a log
     * @param probe the session, with a script for one side or both
     */
    public Compilation compileSession(int id, Probe probe) {
        if (probe.kind() != ProbeKind.SESSION) {
            throw new IllegalArgumentException(probe.name() + " is no session.");
        }
        if (session.isEmpty()) {
            String reason = "This kernel has no sessions of programs: it lacks their functions.";
            return new NotExpressible(List.of(new Inexpressible(Side.ENTRY, "", reason)));
        }
        return compile(id, probe, List.of(Side.ENTRY, Side.EXIT));
    }

    private Compilation compile(int id, Probe probe, List<Side> sides) {
        List<Inexpressible> reasons = new ArrayList<>();
        Map<Side, RecordLayout> layouts = new EnumMap<>(Side.class);
        for (Side side : sides) {
            probe.script(side)
                    .ifPresent(
                            script -> {
                                reasons.addAll(limitations.of(probe, side, script));
                                layouts.put(side, layout(probe, side, script, reasons));
                            });
        }
        if (layouts.isEmpty()) {
            throw new IllegalArgumentException(
                    "Probe %s has no script for %s.".formatted(probe.name(), sides));
        }
        if (!reasons.isEmpty()) {
            return new NotExpressible(reasons);
        }
        Optional<SessionCalls> calls =
                probe.kind() == ProbeKind.SESSION ? session : Optional.empty();
        Program program = new HandlerCode(id, process, maps, calls).program(layouts);
        return new Handler(id, probe.name(), probe.kind(), program, layouts);
    }

    private RecordLayout layout(
            Probe probe, Side side, Script script, List<Inexpressible> reasons) {
        RecordLayout layout = RecordLayout.of(script, probe.kind());
        if (layout.size() > log.slotSize()) {
            String reason =
                    "What the script shows takes %d bytes, and the log has %d for a record."
                            .formatted(layout.size(), log.slotSize());
            reasons.add(new Inexpressible(side, "", reason));
        }
        return layout;
    }
}
