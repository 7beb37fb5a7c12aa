package probity.run.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import probity.run.HelperCandidates;

/** A run in a virtual machine of its own, which a candidate can end. */
final class ForkedRun {
    private ForkedRun() {}

    /** Starts one on these candidates and the features of a folder; what it says is in a file. */
    static Process start(Path results, Path output, String candidates, String folder)
            throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForkedRun.class.getName(),
                        results.toString(),
                        candidates,
                        folder);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    public static void main(String[] arguments) {
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClasspathResource(arguments[2]))
                        .filters(EngineFilter.includeEngines(ProbityTestEngine.ID))
                        .configurationParameter(ProbityTestEngine.STEPS, "probity.everyverdict")
                        .configurationParameter(ProbityTestEngine.PROPERTIES, "probity.none")
                        .configurationParameter(ProbityTestEngine.RESULTS, arguments[0])
                        .configurationParameter("probity.candidate", arguments[1])
                        .configurationParameter(
                                "probity.candidate.path", HelperCandidates.path().toString())
                        .build();
        LauncherFactory.create().execute(request);
    }
}
