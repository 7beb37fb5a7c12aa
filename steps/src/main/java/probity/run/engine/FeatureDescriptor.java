package probity.run.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** One feature on one candidate. Its name holds the candidate, so that test reports tell which. */
final class FeatureDescriptor extends AbstractTestDescriptor {
    FeatureDescriptor(UniqueId parent, String address, String chapter, String feature) {
        super(
                parent.append("feature", feature),
                String.format("%s › %s › %s", address, chapter, feature));
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
