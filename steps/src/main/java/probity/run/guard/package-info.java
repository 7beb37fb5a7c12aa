/**
 * Between the judge and a candidate that may throw, hang, exhaust memory, lose its thread or answer
 * nonsense.
 */
package probity.run.guard;
