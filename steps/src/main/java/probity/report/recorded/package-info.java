/**
 * Results that are kept: one file per candidate and version, to be committed, and compared with
 * what a later run finds.
 */
package probity.report.recorded;
