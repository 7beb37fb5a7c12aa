package probity.reference;

import java.util.Optional;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Stage;

/** At stage 2 the first accepted kretprobe of an instance is told what comes in its place. */
public class DeprecationNotice {
    private boolean given;

    /** What there is to say to a probe that was accepted. */
    public Optional<String> onAccepted(Probe probe, Stage stage) {
        if (stage != Stage.MIGRATED || probe.kind() != ProbeKind.KRETPROBE || given) {
            return Optional.empty();
        }
        given = true;
        return Optional.of(
                "kretprobe is deprecated and will be removed: use the exit handler of an fprobe.");
    }
}
