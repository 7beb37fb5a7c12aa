package probity.spi;

/**
 * The limits an implementation declares. Past a limit a handler may be missed, never lost silently
 * (SYM-12), and the call still returns right (TRN-06).
 *
 * @param entryData the largest entry data of one probe, in bytes
 * @param depth how many return hooks can be pending at once on one task before exits are missed
 * @param probesPerFunction how many probes with an exit one function can have before exits are
 *     missed
 * @param walkDepth the most frames that a walk reports
 */
public record Limits(int entryData, int depth, int probesPerFunction, int walkDepth) {}
