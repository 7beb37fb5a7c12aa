package probity.run.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import probity.run.HelperCandidates;

/** Runs the engine in a test, on the features that show every verdict. */
final class EngineRuns {
    private static final String FOLDER = "probity/everyverdict";

    private EngineRuns() {}

    /**
     * What a run showed.
     *
     * @param junit to JUnit
     * @param console on standard output
     * @param results in files
     */
    record Shown(EngineExecutionResults junit, String console, Path results) {
        String file(String name) {
            try {
                return Files.readString(results.resolve(name));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Runs with these options. */
    static Shown run(Path results, Map<String, String> options) {
        return run(results, options, FOLDER);
    }

    /** Runs the features of a folder with these options, as far as the filters leave them. */
    static Shown run(
            Path results, Map<String, String> options, String folder, Filter<?>... filters) {
        PrintStream console = System.out;
        Properties outer = System.getProperties();
        System.setProperties(withoutOptions(outer)); // those of the build are not this run's
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
        try {
            EngineTestKit.Builder kit = kit(results, options, folder, filters);
            return new Shown(kit.execute(), shown.toString(StandardCharsets.UTF_8), results);
        } finally {
            System.setOut(console);
            System.setProperties(outer);
        }
    }

    /** Finds what such a run would be made of, and runs nothing. */
    static void discover(Path results, Map<String, String> options) {
        kit(results, options, FOLDER).discover();
    }

    private static EngineTestKit.Builder kit(
            Path results, Map<String, String> options, String folder, Filter<?>... filters) {
        EngineTestKit.Builder kit =
                EngineTestKit.engine(ProbityTestEngine.ID)
                        .selectors(DiscoverySelectors.selectClasspathResource(folder))
                        .filters(filters)
                        .configurationParameter(ProbityTestEngine.STEPS, "probity.everyverdict")
                        .configurationParameter(
                                ProbityTestEngine.PROPERTIES, "probity.everyverdict.properties")
                        .configurationParameter(ProbityTestEngine.RESULTS, results.toString())
                        .configurationParameter(
                                "probity.candidate.path", HelperCandidates.path().toString());
        options.forEach(kit::configurationParameter);
        return kit;
    }

    private static Properties withoutOptions(Properties properties) {
        Properties others = new Properties();
        for (String name : properties.stringPropertyNames()) {
            if (!name.startsWith("probity.")) {
                others.setProperty(name, properties.getProperty(name));
            }
        }
        return others;
    }

    /** The waivers that belong to the features. */
    static String waivers() {
        try {
            return Path.of(EngineRuns.class.getResource("/" + FOLDER + "/waivers.yaml").toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
