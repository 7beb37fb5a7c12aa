package probity.spi;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** An instance that passes every call on to another one, to be changed where it should not. */
public abstract class ForwardingInstance implements Instance {
    private final Instance instance;

    /** Passes calls on to this instance. */
    protected ForwardingInstance(Instance instance) {
        this.instance = Given.value(instance, "the instance to forward to");
    }

    @Override
    public List<Target> targets() {
        return instance.targets();
    }

    @Override
    public AttachResult attach(Probe probe) {
        return instance.attach(probe);
    }

    @Override
    public Execution run(Plan plan) {
        return instance.run(plan);
    }

    @Override
    public Bytes code(String function) {
        return instance.code(function);
    }

    @Override
    public Map<String, Bytes> codes(List<String> functions) {
        return instance.codes(functions);
    }

    @Override
    public Set<String> symbols() {
        return instance.symbols();
    }

    @Override
    public Counts counts(String probe) {
        return instance.counts(probe);
    }

    @Override
    public void close() {
        instance.close();
    }
}
