package probity.reference;

import java.util.Optional;
import probity.spi.Refused;

/** Makes refusals. */
final class Refusal {
    private Refusal() {}

    /** A refusal, unless what is asked holds. */
    static Optional<Refused> unless(boolean holds, String errno, String reason) {
        return holds ? Optional.empty() : Optional.of(new Refused(errno, reason));
    }
}
