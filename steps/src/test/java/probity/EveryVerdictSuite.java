package probity;

import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasspathResource;
import org.junit.platform.suite.api.Suite;

/**
 * A run that has every verdict, and so fails. Run by {@code .ci/check-reports}, which then looks at
 * the exit status and at {@link ReportsAgree}; not a {@code *Test}.
 */
@Suite
@IncludeEngines("probity")
@SelectClasspathResource("probity/everyverdict")
@ConfigurationParameter(key = "conformance.steps", value = "probity.everyverdict")
@ConfigurationParameter(key = "conformance.properties", value = "probity.everyverdict.properties")
@ConfigurationParameter(key = "probity.candidate", value = "java:miniature,java:twin")
@ConfigurationParameter(
        key = "probity.candidate.path",
        value = "steps/src/test/resources/probity/helpers")
@ConfigurationParameter(
        key = "probity.waivers",
        value = "steps/src/test/resources/probity/everyverdict/waivers.yaml")
@ConfigurationParameter(key = "allure.results.directory", value = EveryVerdictSuite.DIRECTORY)
class EveryVerdictSuite {
    static final String RESULTS = "every.verdict.results";
    static final String DIRECTORY = "steps/target/every-verdict";

    @BeforeSuite
    static void sayWhereTheResultsAre() {
        System.setProperty(RESULTS, DIRECTORY);
    }
}
