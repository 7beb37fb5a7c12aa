package probity.run.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import probity.run.Docket;

/** One candidate. */
final class CandidateDescriptor extends AbstractTestDescriptor {
    private final Docket docket;

    CandidateDescriptor(UniqueId parent, Docket docket) {
        super(parent.append("candidate", docket.address()), docket.address());
        this.docket = docket;
    }

    Docket docket() {
        return docket;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
