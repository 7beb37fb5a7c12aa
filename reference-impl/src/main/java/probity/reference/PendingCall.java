package probity.reference;

import probity.spi.Target;

/**
 * A plan's call that has not come to its end.
 *
 * @param target what was called
 * @param result where it writes what it returns in memory
 */
record PendingCall(Target target, long result) {}
