package probity.run.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import probity.report.Ruling;
import probity.run.Session;
import probity.spi.Diagnostic;

/** What cannot be set up, as a test that fails. */
final class SetUpDescriptor extends AbstractTestDescriptor {
    private final Diagnostic problem;
    private final String name;

    SetUpDescriptor(UniqueId parent, String name, Diagnostic problem) {
        super(parent.append("set-up", name), "set-up: " + name);
        this.name = name;
        this.problem = problem;
    }

    String name() {
        return name;
    }

    Ruling ruling() {
        return Session.notSetUp(name, problem);
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
