package probity.run.engine;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs the engine in a test, on the features that show every verdict. */
final class EngineRuns {
    private static final String FEATURES = "probity/everyverdict";

    private EngineRuns() {}

    /** What a run showed: to JUnit, and on the console. */
    record Shown(EngineExecutionResults junit, String console) {}

    /** Runs with these options; reports go to a directory. */
    static Shown run(Path results, Map<String, String> options) {
        PrintStream console = System.out;
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
        try {
            EngineTestKit.Builder kit =
                    EngineTestKit.engine(ProbityTestEngine.ID)
                            .selectors(DiscoverySelectors.selectClasspathResource(FEATURES))
                            .configurationParameter(ProbityTestEngine.STEPS, "probity.everyverdict")
                            .configurationParameter(
                                    ProbityTestEngine.PROPERTIES, "probity.everyverdict.properties")
                            .configurationParameter(ProbityTestEngine.RESULTS, results.toString());
            options.forEach(kit::configurationParameter);
            return new Shown(kit.execute(), shown.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(console);
        }
    }
}
