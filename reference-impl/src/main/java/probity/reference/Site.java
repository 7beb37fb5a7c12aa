package probity.reference;

import java.util.ArrayList;
import java.util.List;
import probity.spi.Target;

/** A function that can be hooked, and the probes on it, in the order in which they came. */
public final class Site {
    private final Target target;
    private final List<AttachedProbe> probes = new ArrayList<>();

    Site(Target target) {
        this.target = target;
    }

    /** The function. */
    public Target target() {
        return target;
    }

    /** The function's symbol. */
    public String function() {
        return target.name();
    }

    /** The probes behind the patch site, as they are now. */
    public List<AttachedProbe> atPatchSite() {
        return probes.stream().filter(probe -> !probe.usesBreakpoint()).toList();
    }

    /** The probes behind the breakpoint at the symbol, as they are now. */
    public List<AttachedProbe> atBreakpoint() {
        return probes.stream().filter(AttachedProbe::usesBreakpoint).toList();
    }

    void add(AttachedProbe probe) {
        probes.add(probe);
    }

    void remove(AttachedProbe probe) {
        probes.remove(probe);
    }
}
