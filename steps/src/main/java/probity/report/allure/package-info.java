/**
 * Writes what Allure renders. Uses Allure's model and file format, but its own identities: with
 * those of Allure's adapters one scenario of several candidates becomes one test with retries.
 */
package probity.report.allure;
