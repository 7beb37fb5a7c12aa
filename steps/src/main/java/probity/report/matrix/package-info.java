/**
 * The matrix clause × candidate, as Markdown and as one HTML page, each cell with the evidence that
 * it rests on.
 */
package probity.report.matrix;
