package probity.run.honesty;

import java.util.function.Consumer;
import probity.spi.AttachResult;
import probity.spi.ForwardingInstance;
import probity.spi.Instance;
import probity.spi.Probe;
import probity.spi.Refused;

/** An instance whose refusals are noted, to tell why something does not work. */
public final class NotingRefusals extends ForwardingInstance {
    private final Consumer<Refused> note;

    /** Hands on what this instance refuses. */
    public NotingRefusals(Instance instance, Consumer<Refused> note) {
        super(instance);
        this.note = note;
    }

    @Override
    public AttachResult attach(Probe probe) {
        AttachResult answer = super.attach(probe);
        if (answer instanceof Refused refused) {
            note.accept(refused);
        }
        return answer;
    }
}
