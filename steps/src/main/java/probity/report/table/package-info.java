/** Tables that are read in a terminal, in a repository and in the Allure report. */
package probity.report.table;
