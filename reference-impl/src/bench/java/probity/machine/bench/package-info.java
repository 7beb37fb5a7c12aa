/**
 * How fast and how large the machine is (JMH). One command runs all of it and fails where a limit
 * is not kept:
 *
 * <pre>
 * mvn -Pbench -pl reference-impl -am test
 * </pre>
 */
package probity.machine.bench;
