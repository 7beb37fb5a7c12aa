package probity.run.engine;

import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** One candidate. */
final class CandidateDescriptor extends AbstractTestDescriptor {
    private final String address;
    private final int discovered;

    /**
     * Describes one.
     *
     * @param discovered how much is to be heard on it, before filters
     */
    CandidateDescriptor(UniqueId parent, String address, int discovered) {
        super(parent.append("candidate", address), address);
        this.address = address;
        this.discovered = discovered;
    }

    int discovered() {
        return discovered;
    }

    String address() {
        return address;
    }

    /** What is to be heard, in its order. */
    List<EntryDescriptor> entries() {
        return getChildren().stream()
                .flatMap(feature -> feature.getChildren().stream())
                .map(EntryDescriptor.class::cast)
                .toList();
    }

    /** What compares its results with recorded ones, if something does. */
    Optional<RecordDescriptor> record() {
        return getChildren().stream()
                .filter(RecordDescriptor.class::isInstance)
                .map(RecordDescriptor.class::cast)
                .findFirst();
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
