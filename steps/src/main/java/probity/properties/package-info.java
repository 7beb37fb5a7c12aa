/**
 * Properties: what must hold of every plan, tried on random ones.
 *
 * <p>A {@link probity.properties.Recipe} is what jqwik draws; for the targets and declarations of
 * the candidate at hand it makes a plan of probes with scripts, calls, attachments and detachments.
 * The plan is judged by the oracle that judges the scenarios. One that fails is shrunk as a plan,
 * step by step, shown in kernel terms, and kept as a file that {@code -Dprobity.replay} repeats.
 *
 * <p>Seeds are fixed, so that a run says the same of the same candidate every time.
 */
package probity.properties;
