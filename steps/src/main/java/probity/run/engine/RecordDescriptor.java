package probity.run.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import probity.report.Subject;

/** Whether all results of one candidate are as recorded. The last of its tests. */
final class RecordDescriptor extends AbstractTestDescriptor {
    private final String address;

    RecordDescriptor(UniqueId candidate, String address) {
        super(candidate.append("record", address), address + ": " + Subject.record().title());
        this.address = address;
    }

    String address() {
        return address;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
