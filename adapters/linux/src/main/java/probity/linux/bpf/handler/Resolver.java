package probity.linux.bpf.handler;

import java.util.List;
import java.util.Optional;
import probity.spi.Sample;

/** What records name by number, and only the one who runs the plan can look up. */
public interface Resolver {
    /** The plan's number of the task that a record comes from. */
    int task(LogRecord record);

    /** The symbol of the function whose hit a record shows. */
    String function(LogRecord record);

    /** The value of the stack trace map for an id: frames, then zeros. */
    List<Long> stack(int id);

    /** The sample that carries this tag, if it arrived. */
    Optional<Sample> sample(SampleTag tag);
}
