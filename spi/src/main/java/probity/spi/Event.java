package probity.spi;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One run of one handler: where it came, and what it was handed (SYM-01 to SYM-03).
 *
 * @param sequence position among all events of the execution, from 0, by the start of the handler;
 *     where it began in an earlier plan, by what it sees first in this one
 * @param probe the probe's name
 * @param side entry or exit
 * @param cpu on which CPU
 * @param task on which task
 * @param function the symbol of the hooked function
 * @param nested whether the hit came from inside another handler
 * @param entryIp the entry ip that the handler got, where it gets one
 * @param returnIp the return ip that the handler got, where it gets one
 * @param dataSize the size in bytes of the entry data that the handler got; 0 if it got none; empty
 *     where it cannot be seen
 * @param set the structure in which it got its registers
 * @param observations what its actions saw in this plan, in order
 */
public record Event(
        int sequence,
        String probe,
        Side side,
        int cpu,
        int task,
        String function,
        boolean nested,
        OptionalLong entryIp,
        OptionalLong returnIp,
        OptionalInt dataSize,
        SetKind set,
        List<Observation> observations) {
    public Event {
        Given.value(probe, "Event.probe");
        Given.value(side, "Event.side");
        Given.value(function, "Event.function");
        Given.value(entryIp, "Event.entryIp");
        Given.value(returnIp, "Event.returnIp");
        Given.value(dataSize, "Event.dataSize");
        Given.value(set, "Event.set");
        observations = Given.list(observations, "Event.observations");
    }

    /** The observation of this type with this label, if there is one. */
    public <T extends Observation> Optional<T> find(String label, Class<T> type) {
        return observations.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(observation -> observation.label().equals(label))
                .findFirst();
    }
}
