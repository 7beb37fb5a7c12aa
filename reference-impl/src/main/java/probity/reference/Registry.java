package probity.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.spi.Target;

/** The functions that can be hooked and the probes on them. */
public class Registry {
    private final Map<String, Site> sites = new HashMap<>();
    private final Map<String, AttachedProbe> probes = new HashMap<>();
    private TargetIndex targets;

    /** Called once, before anything else. */
    final void prepare(TargetIndex index) {
        targets = index;
    }

    /** The site of a function. */
    public Optional<Site> site(String function) {
        return targets.named(function).map(this::site);
    }

    /** The site whose {@code bl} stands at an address. */
    public Optional<Site> atEntryIp(long address) {
        return targets.atEntryIp(address).map(this::site);
    }

    /** The site whose function begins at an address. */
    public Optional<Site> atSymbol(long address) {
        return targets.atSymbol(address).map(this::site);
    }

    private Site site(Target target) {
        return sites.computeIfAbsent(target.name(), name -> new Site(target));
    }

    /**
     * Whether a function's body has not begun at an address: its caller is in the link register.
     */
    public boolean isEntry(long pc) {
        return targets.isEntry(pc);
    }

    /** The probe of a name, attached or detached since. */
    public Optional<AttachedProbe> probe(String name) {
        return Optional.ofNullable(probes.get(name));
    }

    /** Puts a probe on its functions; the sites are to be patched next. */
    public List<Site> add(AttachedProbe probe) {
        probes.put(probe.name(), probe);
        List<Site> sites = sites(probe);
        sites.forEach(site -> site.add(probe));
        return sites;
    }

    /** Takes a probe off its functions; the sites are to be patched next. */
    public List<Site> remove(AttachedProbe probe) {
        List<Site> sites = sites(probe);
        sites.forEach(site -> site.remove(probe));
        probe.detached();
        return sites;
    }

    private List<Site> sites(AttachedProbe probe) {
        return probe.request().functions().stream()
                .map(function -> site(function).orElseThrow())
                .toList();
    }
}
