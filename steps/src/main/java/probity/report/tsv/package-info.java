/** Writes what shell scripts read. */
package probity.report.tsv;
