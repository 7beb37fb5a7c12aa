package probity.run.honesty;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import probity.spi.AttachResult;
import probity.spi.Bytes;
import probity.spi.Counts;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.Refused;
import probity.spi.Target;

/** An instance whose refusals are noted, to tell why something does not work. */
public final class NotingRefusals implements Instance {
    private final Instance instance;
    private final Consumer<Refused> note;

    /** Hands on what this instance refuses. */
    public NotingRefusals(Instance instance, Consumer<Refused> note) {
        this.instance = instance;
        this.note = note;
    }

    @Override
    public AttachResult attach(Probe probe) {
        AttachResult answer = instance.attach(probe);
        if (answer instanceof Refused refused) {
            note.accept(refused);
        }
        return answer;
    }

    @Override
    public List<Target> targets() {
        return instance.targets();
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
