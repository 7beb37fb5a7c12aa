/**
 * What an implementation of function hooks shows of itself to be judged.
 *
 * <p>The SPI is observational: plain immutable records go in (a {@link probity.spi.Probe} with a
 * {@link probity.spi.Script} per side, a {@link probity.spi.Plan} of calls), plain records come out
 * (an {@link probity.spi.Execution} with its events). Nothing calls back into the judge, so the
 * same conversation fits a Java object, a process at the end of a pipe and a booted kernel.
 *
 * <p>Read in this order: {@link probity.spi.Candidate}, {@link probity.spi.Description}, {@link
 * probity.spi.Instance}, {@link probity.spi.Target}, {@link probity.spi.Probe}, {@link
 * probity.spi.Plan}, {@link probity.spi.Execution}.
 *
 * <p>Three rules hold everywhere. A value that cannot be known is absent, never zero. A refusal by
 * the implementation is a value with an errno name ({@link probity.spi.Refused}); only misuse of
 * the SPI itself throws ({@link probity.spi.MisuseException}), and a null in any of its records is
 * misuse. Addresses and registers are raw 64-bit values of the judged machine.
 */
package probity.spi;
