/**
 * Compares the machine with Unicorn (GPL-2.0, therefore only here, in the profile {@code fuzz}):
 * random instructions of each encoding class on random registers and memory, and short sequences.
 *
 * <pre>
 * mvn -Pfuzz -pl reference-impl -am test                          # 10,000 cases a class
 * mvn -Pfuzz -pl reference-impl -am test -Dfuzz.seed=0x1234       # the run that printed this seed
 * mvn -Pfuzz -pl reference-impl -am test -Dfuzz.cases=1000000     # longer
 * </pre>
 *
 * <p>Each difference is either listed with its reason in {@link probity.machine.fuzz.Explained} or
 * fails the run.
 */
package probity.machine.fuzz;
