package probity.run;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import probity.spi.Candidate;
import probity.spi.Capability;
import probity.spi.Description;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.ProbeKind;
import probity.spi.RegisterSet;
import probity.spi.Side;

/** Another candidate that declares less than it can do. */
final class Understated implements Candidate {
    private final Candidate other;
    private final UnaryOperator<Description> understate;

    private Understated(Candidate other, UnaryOperator<Description> understate) {
        this.other = other;
        this.understate = understate;
    }

    static Understated without(Candidate other, Capability capability) {
        return new Understated(
                other,
                d -> {
                    Set<Capability> fewer = EnumSet.copyOf(d.capabilities());
                    fewer.remove(capability);
                    return with(d, fewer, d.sets());
                });
    }

    static Understated without(Candidate other, ProbeKind kind, Side side) {
        return new Understated(
                other,
                d -> {
                    Map<ProbeKind, Map<Side, RegisterSet>> fewer = new EnumMap<>(d.sets());
                    Map<Side, RegisterSet> sides = new EnumMap<>(d.sets().get(kind));
                    sides.remove(side);
                    fewer.put(kind, sides);
                    return with(d, d.capabilities(), fewer);
                });
    }

    static Understated lacking(Candidate other, Capability capability, ProbeKind kind, Side side) {
        return new Understated(
                other,
                d ->
                        with(
                                d,
                                d.capabilities(),
                                d.sets(),
                                Map.of(kind, Map.of(side, Set.of(capability)))));
    }

    private static Description with(
            Description d,
            Set<Capability> capabilities,
            Map<ProbeKind, Map<Side, RegisterSet>> sets) {
        return with(d, capabilities, sets, d.lacking());
    }

    private static Description with(
            Description d,
            Set<Capability> capabilities,
            Map<ProbeKind, Map<Side, RegisterSet>> sets,
            Map<ProbeKind, Map<Side, Set<Capability>>> lacking) {
        return new Description(
                d.name(),
                d.version(),
                d.architecture(),
                capabilities,
                sets,
                d.policy(),
                d.unsaved(),
                d.stage(),
                d.kretprobeUsers(),
                d.limits(),
                lacking);
    }

    @Override
    public String name() {
        return "understated-" + other.name();
    }

    @Override
    public Description describe() {
        return understate.apply(other.describe());
    }

    @Override
    public Instance start(Options options) {
        return other.start(options);
    }

    @Override
    public int randomCases() {
        return other.randomCases();
    }

    @Override
    public int parallelism() {
        return other.parallelism();
    }
}
