/**
 * The catalogue: every clause that can be judged, with its wording, strength, status and source.
 *
 * <p>The text stands in the {@code features} module, one YAML file per chapter; this package reads
 * it, strictly, and checks that the features and the catalogue speak of the same clauses.
 */
package probity.catalogue;
