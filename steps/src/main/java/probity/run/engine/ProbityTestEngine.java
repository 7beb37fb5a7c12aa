package probity.run.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.support.store.Namespace;
import probity.report.ResultsDirectory;

/**
 * Runs conformance as tests: candidate, feature, scenario. A suite selects it with
 * {@code @IncludeEngines("probity")} and {@code @SelectClasspathResource("probity/features")};
 * without a selected folder of features it has nothing to do.
 *
 * <p>A wrong option or an unknown candidate becomes a failing test that says so. Discovery never
 * throws, because then no test at all would run.
 */
public final class ProbityTestEngine implements TestEngine {
    /** The engine's id. */
    public static final String ID = "probity";

    /** Package of the step definitions, where it is not that of the kit. */
    public static final String STEPS = "conformance.steps";

    /** Package of the properties, where it is not that of the kit. */
    public static final String PROPERTIES = "conformance.properties";

    /** Where reports go. */
    public static final String RESULTS = ResultsDirectory.PROPERTY;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        List<String> features =
                request.getSelectorsByType(ClasspathResourceSelector.class).stream()
                        .map(ClasspathResourceSelector::getClasspathResourceName)
                        .distinct()
                        .toList();
        RunDescriptor run = new RunDescriptor(uniqueId);
        if (!features.isEmpty()) {
            new Discovery(run, request.getConfigurationParameters()).discover(features);
        }
        return run;
    }

    @Override
    public void execute(ExecutionRequest request) {
        RunDescriptor run = (RunDescriptor) request.getRootTestDescriptor();
        EngineRun engineRun = new EngineRun(run, request.getEngineExecutionListener());
        Optional<Minutes> minutes = engineRun.execute();
        // The summary is for whoever waits for the end, and the kit's own tests may still come.
        minutes.ifPresent(
                last -> request.getStore().put(Namespace.create(ID), run.getUniqueId(), last));
    }

    /** The properties of the virtual machine, under those that a suite sets. */
    static Map<String, String> properties(ConfigurationParameters parameters) {
        Map<String, String> all = new TreeMap<>();
        Properties system = System.getProperties();
        system.stringPropertyNames().forEach(name -> all.put(name, system.getProperty(name)));
        parameters.keySet().forEach(key -> parameters.get(key).ifPresent(v -> all.put(key, v)));
        return all;
    }
}
