package probity.linux.bpf.handler;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A probe that no BPF program can serve.
 *
 * @param reasons all of them
 */
public record NotExpressible(List<Inexpressible> reasons) implements Compilation {
    public NotExpressible {
        reasons = List.copyOf(reasons);
    }

    /** The reasons, one sentence after the other. */
    @Override
    public String toString() {
        return reasons.stream()
                .map(Inexpressible::reason)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
