/**
 * The judge: what a plan must show, and what differs from it.
 *
 * <p>Pure functions over the records of {@link probity.spi}; nothing here runs a test framework,
 * reads a file or knows a hook implementation. {@link probity.judge.Judge} drives a candidate
 * through a plan with and without its probes, {@link probity.judge.Oracle} derives what must be
 * seen, {@link probity.judge.Comparison} lists every difference as a {@link
 * probity.judge.Difference}, each under the {@link probity.judge.Check} that found it.
 */
package probity.judge;
