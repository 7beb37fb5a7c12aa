package probity;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/**
 * Compares the reports of the run. A suite, because suites run in the order of their names, and so
 * after {@link ConformanceTest} and {@link EveryVerdictSuite}, in the same virtual machine.
 */
@Suite
@IncludeEngines("junit-jupiter")
@SelectClasses(ReportsAgree.class)
class ReportsAgreeTest {}
