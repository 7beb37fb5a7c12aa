/** The JUnit Platform engine {@code probity}: conformance as tests. */
package probity.run.engine;
