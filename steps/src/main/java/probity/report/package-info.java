/**
 * What a run found, and its renderings: the JSON record, KTAP, Allure, the console summary, tables.
 * Knows nothing of how a run is made.
 */
package probity.report;
