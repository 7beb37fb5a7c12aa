package probity.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import probity.spi.Target;

/** The functions that can be hooked and the probes on them. */
public class Registry {
    private final Map<String, Site> byName = new LinkedHashMap<>();
    // Sorted, not hashed: the addresses are aligned, and would share a few buckets.
    private final Map<Long, Site> byEntryIp = new TreeMap<>();
    private final Map<Long, Site> bySymbol = new TreeMap<>();
    private final Set<Long> entries = new TreeSet<>();
    private final Map<String, AttachedProbe> probes = new HashMap<>();

    /** Called once, before anything else. */
    final void prepare(Collection<Target> targets) {
        for (Target target : targets) {
            Site site = new Site(target);
            byName.put(target.name(), site);
            byEntryIp.put(target.entryIp(), site);
            bySymbol.put(target.address(), site);
            entries.add(target.resumeAddress());
            entries.add(target.address());
        }
    }

    /** The site of a function. */
    public Optional<Site> site(String function) {
        return Optional.ofNullable(byName.get(function));
    }

    /** The site whose {@code bl} stands at an address. */
    public Optional<Site> atEntryIp(long address) {
        return Optional.ofNullable(byEntryIp.get(address));
    }

    /** The site whose function begins at an address. */
    public Optional<Site> atSymbol(long address) {
        return Optional.ofNullable(bySymbol.get(address));
    }

    /**
     * Whether a function's body has not begun at an address: its caller is in the link register.
     */
    public boolean isEntry(long pc) {
        return entries.contains(pc);
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
        return probe.request().functions().stream().map(byName::get).toList();
    }
}
