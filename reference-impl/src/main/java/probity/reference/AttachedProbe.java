package probity.reference;

import java.util.List;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Side;

/** A probe that was accepted: the request, and what has become of it. */
public final class AttachedProbe {
    private final Probe request;
    private final Counting counting;
    private final KretprobePool pool;
    private boolean enabled = true;
    private boolean attached = true;

    AttachedProbe(Probe request, Counting counting, KretprobePool pool) {
        this.request = request;
        this.counting = counting;
        this.pool = pool;
    }

    /** What was asked for. */
    public Probe request() {
        return request;
    }

    /** Its name. */
    public String name() {
        return request.name();
    }

    /** Its kind. */
    public ProbeKind kind() {
        return request.kind();
    }

    /** Whether there is an entry handler. */
    public boolean hasEntry() {
        return request.script(Side.ENTRY).isPresent();
    }

    /** Whether there is an exit handler. */
    public boolean hasExit() {
        return request.script(Side.EXIT).isPresent();
    }

    /** Whether its handlers sit behind a breakpoint at the symbol, not behind the patch site. */
    public boolean usesBreakpoint() {
        return kind() == ProbeKind.KPROBE || kind() == ProbeKind.KRETPROBE;
    }

    /** What has become of its hits. */
    public Counting counting() {
        return counting;
    }

    /** The instances of a kretprobe. */
    public KretprobePool pool() {
        return pool;
    }

    /** Whether it is not disabled. */
    public boolean isEnabled() {
        return enabled;
    }

    /** Enables or disables it. */
    void enable(boolean on) {
        enabled = on;
    }

    /** Whether it has not been detached. */
    public boolean isAttached() {
        return attached;
    }

    void detached() {
        attached = false;
    }

    /** The cookie of a function; 0 if none was given. */
    public long cookie(String function) {
        List<Long> cookies = request.cookies();
        int index = request.functions().indexOf(function);
        return cookies.isEmpty() ? 0 : cookies.get(index);
    }
}
