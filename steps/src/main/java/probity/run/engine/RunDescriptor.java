package probity.run.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import probity.run.Session;
import probity.spi.Diagnostic;

/** The root: one run. */
final class RunDescriptor extends EngineDescriptor {
    private Optional<Session> session = Optional.empty();
    private Optional<Path> results = Optional.empty();
    private int discovered;

    RunDescriptor(UniqueId uniqueId) {
        super(uniqueId, "Probity");
    }

    /** Makes this the root of a run that was asked for, and reports in a directory. */
    void reportTo(Path directory) {
        results = Optional.of(directory);
    }

    /** The run's options are right. */
    void begin(Session opened) {
        session = Optional.of(opened);
    }

    /** Keeps how much was found, to notice what filters take away later. */
    void keepCount() {
        discovered = entries();
    }

    /** Puts a test that fails in the place of a candidate that cannot be opened. */
    SetUpDescriptor replace(CandidateDescriptor candidate, Diagnostic problem) {
        discovered -= candidate.discovered();
        candidate.removeFromHierarchy();
        SetUpDescriptor setUp = new SetUpDescriptor(getUniqueId(), candidate.address(), problem);
        addChild(setUp);
        return setUp;
    }

    Optional<Session> session() {
        return session;
    }

    /** Where to report; empty if nothing was asked for. */
    Optional<Path> results() {
        return results;
    }

    /** If filters took something away since discovery: how much, as a phrase. */
    Optional<String> leftOut() {
        int left = discovered - entries();
        return left == 0
                ? Optional.empty()
                : Optional.of("tags, which left out " + left + " of " + discovered);
    }

    /** How much is to be heard. */
    int entries() {
        return all(EntryDescriptor.class).size();
    }

    /** All of one kind, in the order in which they are executed. */
    <T> List<T> all(Class<T> kind) {
        return getDescendants().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
