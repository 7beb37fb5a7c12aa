/** Speaks to whoever waits at the terminal. */
package probity.report.console;
