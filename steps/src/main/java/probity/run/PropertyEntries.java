package probity.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import probity.catalogue.Catalogue;
import probity.catalogue.Clause;
import probity.catalogue.Strength;
import probity.report.Subject;
import probity.spi.Candidate;

/**
 * The jqwik properties of a package as entries. A property has the tags of the clauses that it
 * decides, or that of the chapter it is about; it gets its trial from {@link CurrentTrial}.
 */
final class PropertyEntries {
    private static final String JQWIK = "jqwik";

    /**
     * jqwik keeps what it generates with in places that are there once in a virtual machine; two
     * properties at a time would be drawn other cases than one after the other.
     */
    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    private final String folder;
    private final Catalogue catalogue;

    PropertyEntries(String folder, Catalogue catalogue) {
        this.folder = folder;
        this.catalogue = catalogue;
    }

    List<Entry> entries() {
        TestPlan plan =
                launcher()
                        .discover(
                                request(
                                        DiscoverySelectors.selectPackage(folder),
                                        Candidate.RANDOM_CASES));
        List<Entry> entries = new ArrayList<>();
        for (TestIdentifier root : plan.getRoots()) {
            for (TestIdentifier found : plan.getDescendants(root)) {
                if (found.isTest() && found.getSource().orElse(null) instanceof MethodSource at) {
                    String group = plan.getParent(found).orElse(root).getDisplayName();
                    entries.add(new PropertyEntry(subject(found, group, at), found.getUniqueId()));
                }
            }
        }
        return entries;
    }

    private Subject subject(TestIdentifier found, String group, MethodSource at) {
        Set<String> tags =
                found.getTags().stream().map(TestTag::getName).collect(Collectors.toSet());
        List<Clause> clauses =
                catalogue.clauses().stream().filter(c -> tags.contains(c.id())).toList();
        return new Subject(
                at.getClassName() + ": " + found.getDisplayName(),
                Subject.Kind.PROPERTY,
                clauses.stream().map(Clause::id).toList(),
                chapter(clauses, tags),
                group,
                found.getDisplayName(),
                at.getClassName() + "." + at.getMethodName(),
                tags.contains(Strength.SHOULD.name()) ? Strength.SHOULD : Strength.MUST);
    }

    /** A property on a whole chapter has its name for a tag. */
    private String chapter(List<Clause> clauses, Set<String> tags) {
        return clauses.stream()
                .map(Clause::chapter)
                .findFirst()
                .or(() -> catalogue.chapters().stream().filter(tags::contains).findFirst())
                .orElse("-");
    }

    private static Launcher launcher() {
        return LauncherFactory.create(
                LauncherConfig.builder()
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .enableTestExecutionListenerAutoRegistration(false)
                        .enablePostDiscoveryFilterAutoRegistration(false)
                        .build());
    }

    private static LauncherDiscoveryRequest request(DiscoverySelector what, int tries) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(what)
                .filters(EngineFilter.includeEngines(JQWIK))
                .configurationParameter("jqwik.tries.default", Integer.toString(tries))
                // what one candidate failed with is not to be tried first on the next one
                .configurationParameter("jqwik.failures.after.default", "RANDOM_SEED")
                // failures are reported by the kit
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .build();
    }

    private record PropertyEntry(Subject subject, String uniqueId) implements Entry {
        @Override
        public void run(Trial trial, StepListener steps) throws Throwable {
            Outcome outcome = new Outcome();
            // never fewer than usual: what jqwik draws depends on how often it is going to draw
            int tries = Math.max(Candidate.RANDOM_CASES, trial.randomCases());
            LauncherDiscoveryRequest request =
                    request(DiscoverySelectors.selectUniqueId(uniqueId), tries);
            ONE_AT_A_TIME.lock();
            try {
                CurrentTrial.during(trial, () -> launcher().execute(request, outcome));
            } finally {
                ONE_AT_A_TIME.unlock();
            }
            outcome.rethrow();
        }
    }

    /** How the one property ended. */
    private static final class Outcome implements TestExecutionListener {
        private Optional<Throwable> thrown = Optional.empty();
        private boolean ran;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            ran |= test.isTest();
            if (thrown.isEmpty()) {
                thrown = result.getThrowable();
            }
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            thrown = thrown.or(() -> Optional.of(new IllegalStateException("Skipped: " + reason)));
        }

        void rethrow() throws Throwable {
            if (thrown.isPresent()) {
                throw thrown.get();
            }
            if (!ran) {
                throw new IllegalStateException("The property was not run.");
            }
        }
    }
}
