/**
 * Step definitions: what the sentences of the features mean.
 *
 * <p>Given- and when-steps put probes and a plan on the {@link probity.steps.Bench}; the first
 * then-step has it judged; each then-step names the checks that must hold. What is right is said by
 * the oracle of {@link probity.judge}, not here.
 */
package probity.steps;
