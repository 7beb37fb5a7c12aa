package probity.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a candidate declares of itself. The judge holds it to every word (PTR-11, PTR-12, RET-01):
 * what is declared and cannot be done is a failure, and so is what is declared absent and works.
 *
 * @param name for people, such as {@code reference light-sparse-1}
 * @param version the candidate's own version
 * @param architecture whose registers it shows
 * @param capabilities what it can do and show
 * @param sets the register set per probe kind and side; a kind or side that is missing is not
 *     offered
 * @param policy how a program's context is served
 * @param unsaved what a program reads from a field that nobody saved; meaningless under {@link
 *     ContextPolicy#FULL}
 * @param stage how far kretprobe's removal has come
 * @param kretprobeUsers who still needs kretprobe; must be empty at stage 3
 * @param limits the declared limits
 */
public record Description(
        String name,
        String version,
        Architecture architecture,
        Set<Capability> capabilities,
        Map<ProbeKind, Map<Side, RegisterSet>> sets,
        ContextPolicy policy,
        Unsaved unsaved,
        Stage stage,
        List<String> kretprobeUsers,
        Limits limits) {
    public Description {
        Given.value(name, "Description.name");
        Given.value(version, "Description.version");
        Given.value(architecture, "Description.architecture");
        capabilities = Given.set(capabilities, "Description.capabilities");
        Map<ProbeKind, Map<Side, RegisterSet>> copies = new LinkedHashMap<>();
        Given.map(sets, "Description.sets")
                .forEach(
                        (kind, sides) ->
                                copies.put(kind, Given.map(sides, "Description.sets of " + kind)));
        sets = Collections.unmodifiableMap(copies);
        Given.value(policy, "Description.policy");
        Given.value(unsaved, "Description.unsaved");
        Given.value(stage, "Description.stage");
        kretprobeUsers = Given.list(kretprobeUsers, "Description.kretprobeUsers");
        Given.value(limits, "Description.limits");
    }

    /** Whether this capability is declared. */
    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    /** Whether probes of this kind are offered at this side. */
    public boolean offers(ProbeKind kind, Side side) {
        return set(kind, side).isPresent();
    }

    /** The register set that handlers of this kind get at this side, if it is offered. */
    public Optional<RegisterSet> set(ProbeKind kind, Side side) {
        return Optional.ofNullable(sets.getOrDefault(kind, Map.of()).get(side));
    }
}
