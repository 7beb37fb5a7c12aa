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
 * @param lacking the capabilities among {@code capabilities} that handlers of a kind do not have at
 *     a side, where not all are served alike; one that a scenario ends for is tried once
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
        Limits limits,
        Map<ProbeKind, Map<Side, Set<Capability>>> lacking) {
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
        Map<ProbeKind, Map<Side, Set<Capability>>> without = new LinkedHashMap<>();
        Given.map(lacking, "Description.lacking")
                .forEach(
                        (kind, sides) -> {
                            Map<Side, Set<Capability>> bySide = new LinkedHashMap<>();
                            String what = "Description.lacking of " + kind;
                            Given.map(sides, what)
                                    .forEach((side, all) -> bySide.put(side, Given.set(all, what)));
                            without.put(kind, Collections.unmodifiableMap(bySide));
                        });
        lacking = Collections.unmodifiableMap(without);
    }

    /** A candidate whose handlers are all served alike. */
    public Description(
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
        this(
                name,
                version,
                architecture,
                capabilities,
                sets,
                policy,
                unsaved,
                stage,
                kretprobeUsers,
                limits,
                Map.of());
    }

    /** Whether this capability is declared. */
    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    /** Whether this capability is declared, and handlers of this kind have it at this side. */
    public boolean can(Capability capability, ProbeKind kind, Side side) {
        return can(capability)
                && !lacking.getOrDefault(kind, Map.of())
                        .getOrDefault(side, Set.of())
                        .contains(capability);
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
