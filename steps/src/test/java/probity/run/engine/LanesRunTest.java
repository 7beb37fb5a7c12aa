package probity.run.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import probity.catalogue.Strength;
import probity.report.Subject;
import probity.run.Entry;
import probity.run.HelperLanes;
import probity.run.Lane;
import probity.run.StepListener;
import probity.run.Trial;

/** Several lanes, seen from the thread that reports. */
@Timeout(120)
class LanesRunTest {
    private static final UniqueId ROOT = UniqueId.forEngine(ProbityTestEngine.ID);

    @TempDir Path results;

    /** What was heard, each with the thread on which it was. */
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    private final Set<Thread> reporting = Collections.synchronizedSet(new HashSet<>());
    private final Proceedings proceedings = new Proceedings();

    /** How many rulings could be found when JUnit heard of one. */
    private final List<Integer> findable = new ArrayList<>();

    private final Set<Thread> hearing = Collections.synchronizedSet(new HashSet<>());

    /** Whether what reports breaks at the first ruling. */
    private boolean failing;

    private volatile CountDownLatch begun = new CountDownLatch(0);

    @Test
    void allIsHeardOnceAndReportedByOneThread() {
        List<EntryDescriptor> entries = entries(Subject.Kind.SCENARIO, 20);

        execute(List.of(HelperLanes.sound("one"), HelperLanes.sound("two")), entries);

        assertThat(heard.stream().map(line -> line.split(" on ")[0]))
                .containsExactlyInAnyOrderElementsOf(
                        entries.stream().map(e -> e.entry().subject().id()).toList());
        assertThat(reporting).containsExactly(Thread.currentThread());
    }

    @Test
    void aRulingCanBeFoundUntilItIsReported() {
        execute(
                List.of(HelperLanes.sound("one"), HelperLanes.sound("two")),
                entries(Subject.Kind.SCENARIO, 20));

        assertThat(findable).hasSize(20 + 1).allMatch(rulings -> rulings > 0);
        assertThat(proceedings.unreported()).isEmpty();
        assertThat(proceedings.underWay()).isEmpty();
    }

    @Test
    void propertiesAreHeardFirstAndOnOneLane() {
        List<EntryDescriptor> entries = new ArrayList<>(entries(Subject.Kind.SCENARIO, 20));
        entries.addAll(entries(Subject.Kind.PROPERTY, 3));

        execute(List.of(HelperLanes.sound("one"), HelperLanes.sound("two")), entries);

        assertThat(heard).hasSize(23);
        assertThat(heard.stream().filter(line -> line.endsWith(" on probity hearing one")).limit(3))
                .containsExactly(
                        "PROPERTY 0 on probity hearing one",
                        "PROPERTY 1 on probity hearing one",
                        "PROPERTY 2 on probity hearing one");
    }

    @Test
    void aMistakeOfTheKitOnALaneEndsTheRunLoudly() {
        List<Lane> lanes = List.of(HelperLanes.sound("one"), HelperLanes.broken("two"));

        assertThatThrownBy(() -> inStep(lanes, entries(Subject.Kind.SCENARIO, 20)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("A lane ended by a mistake of the kit: ")
                .hasCauseInstanceOf(NullPointerException.class);
    }

    @Test
    void afterAMistakeNothingIsDealtAndNoMistakeIsForgotten() {
        List<Lane> lanes = List.of(HelperLanes.broken("one"), HelperLanes.broken("two"));

        assertThatThrownBy(() -> inStep(lanes, entries(Subject.Kind.SCENARIO, 20)))
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
        assertThat(heard).hasSize(2);
    }

    @Test
    void noLaneHearsAnythingAfterTheReportsBroke() {
        failing = true;

        assertThatThrownBy(
                        () ->
                                execute(
                                        List.of(HelperLanes.sound("one"), HelperLanes.sound("two")),
                                        entries(Subject.Kind.SCENARIO, 20)))
                .hasMessage("no room for a report");
        int then = heard.size();
        assertThat(hearing).noneMatch(Thread::isAlive);
        assertThat(heard).hasSize(then);
    }

    /** Each lane has begun to hear something before one of them rules. */
    private void inStep(List<Lane> lanes, List<EntryDescriptor> entries) {
        begun = new CountDownLatch(lanes.size());
        execute(lanes, entries);
    }

    private void execute(List<Lane> lanes, List<EntryDescriptor> entries) {
        RunDescriptor run = new RunDescriptor(ROOT);
        try (Minutes minutes = new Minutes(run, results)) {
            new LanesRun(lanes, entries, proceedings, new Clerk(new Noting(), minutes)).execute();
        }
    }

    private List<EntryDescriptor> entries(Subject.Kind kind, int count) {
        FeatureDescriptor feature = new FeatureDescriptor(ROOT, "java:miniature", "PTR", "f");
        return IntStream.range(0, count)
                .mapToObj(number -> new Heard(kind, kind + " " + number))
                .map(entry -> new EntryDescriptor(feature.getUniqueId(), "java:miniature", entry))
                .peek(feature::addChild)
                .toList();
    }

    private final class Heard implements Entry {
        private final Subject.Kind kind;
        private final String name;

        Heard(Subject.Kind kind, String name) {
            this.kind = kind;
            this.name = name;
        }

        @Override
        public Subject subject() {
            return new Subject(name, kind, List.of("PTR-01"), "PTR", "f", name, "", Strength.MUST);
        }

        @Override
        public void run(Trial trial, StepListener steps) throws InterruptedException {
            heard.add(name + " on " + Thread.currentThread().getName());
            hearing.add(Thread.currentThread());
            begun.countDown();
            begun.await();
        }
    }

    private final class Noting implements EngineExecutionListener {
        @Override
        public void executionStarted(TestDescriptor test) {
            reporting.add(Thread.currentThread());
        }

        @Override
        public void executionFinished(TestDescriptor test, TestExecutionResult result) {
            if (failing) {
                throw new IllegalStateException("no room for a report");
            }
            findable.add(proceedings.unreported().size());
            reporting.add(Thread.currentThread());
        }
    }
}
