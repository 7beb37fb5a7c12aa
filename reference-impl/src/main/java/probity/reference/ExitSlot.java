package probity.reference;

import java.util.Optional;

/**
 * One exit that an activation owes.
 *
 * @param probe whose exit handler is to run
 * @param data the entry data of this activation, if the probe asked for some
 */
public record ExitSlot(AttachedProbe probe, Optional<EntryData> data) {}
