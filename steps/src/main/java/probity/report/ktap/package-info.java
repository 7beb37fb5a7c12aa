/** Writes the result in the kernel's own test format. */
package probity.report.ktap;
