/** Writes the record that programs read. */
package probity.report.json;
