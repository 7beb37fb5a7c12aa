package probity;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasspathResource;
import org.junit.platform.suite.api.Suite;

/** Judges the candidate that was asked for, or the reference, by every scenario there is. */
@Suite
@IncludeEngines("probity")
@SelectClasspathResource("probity/features")
class ConformanceTest {}
