package probity.reference;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import probity.spi.Side;

/**
 * One handler that is to run, and everything it is given.
 *
 * @param probe whose handler
 * @param side which of its handlers
 * @param site the hooked function
 * @param set the registers as stored
 * @param entryIp the entry ip, for the kinds that get one
 * @param returnIp the return ip, for the kinds that get one
 * @param data the entry data, if the probe asked for some
 * @param here where it runs
 * @param task on which task
 * @param cpu on which CPU it starts
 */
public record HandlerCall(
        AttachedProbe probe,
        Side side,
        Site site,
        StoredSet set,
        OptionalLong entryIp,
        OptionalLong returnIp,
        Optional<EntryData> data,
        Here here,
        Task task,
        int cpu) {
    /** How much entry data the handler is given. */
    OptionalInt dataSize() {
        return OptionalInt.of(data.map(EntryData::size).orElse(0));
    }
}
