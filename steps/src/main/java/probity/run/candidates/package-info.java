/** Turns candidate addresses into candidates. */
package probity.run.candidates;
