package probity.run.guard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import probity.spi.AttachResult;
import probity.spi.Attached;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.StepResult;

/** The probes that an instance ever accepted, by name; an event of any other is nonsense. */
final class KnownProbes {
    private final Map<String, Probe> probes = new HashMap<>();

    void learn(Probe probe, AttachResult result) {
        if (result instanceof Attached) {
            probes.put(probe.name(), probe);
        }
    }

    /** Learns the probes that a plan attached. */
    void learn(Plan plan, List<StepResult> results) {
        for (int i = 0; i < Math.min(results.size(), plan.steps().size()); i++) {
            if (plan.steps().get(i) instanceof Plan.Attach attach
                    && results.get(i) instanceof AttachResult result) {
                learn(attach.probe(), result);
            }
        }
    }

    Optional<Probe> find(String name) {
        return Optional.ofNullable(probes.get(name));
    }
}
