package probity.properties;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import probity.judge.toy.Toy;
import probity.judge.toy.ToyDescription;
import probity.run.Trial;
import probity.run.TrialEnded;
import probity.run.Violation;
import probity.spi.Candidate;
import probity.spi.Capability;
import probity.spi.Description;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.ProbeKind;
import probity.spi.Side;
import probity.spi.Target;

/** A trial of a toy outside of any run. */
final class LoneTrial implements Trial {
    /** The trial was violated. */
    static final class Violated extends AssertionError {
        private static final long serialVersionUID = 1L;
        private final transient Violation violation;

        Violated(Violation violation) {
            super(violation.title());
            this.violation = violation;
        }

        Violation violation() {
            return violation;
        }
    }

    private final Description description;
    private final Toy toy;
    private final Path folder;
    private final Map<String, String> evidence = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private boolean shortOfTime;
    private int cases;
    private int randomCases = Candidate.RANDOM_CASES;

    LoneTrial(ToyDescription description, Toy toy, Path folder) {
        this.description = description.build();
        this.toy = toy;
        this.folder = folder;
    }

    /** Has the candidate be slow from now on. */
    void hurry() {
        shortOfTime = true;
    }

    List<String> notes() {
        return notes;
    }

    Map<String, String> evidence() {
        return evidence;
    }

    @Override
    public String address() {
        return "toy";
    }

    @Override
    public Description description() {
        return description;
    }

    @Override
    public List<Target> targets() {
        return List.copyOf(toy.targets().values());
    }

    @Override
    public Instance start(Options options) {
        return toy.start(options);
    }

    @Override
    public TrialEnded unsupported(String why, Capability... missing) {
        throw new UnsupportedOperationException(why);
    }

    @Override
    public TrialEnded unsupported(String why, ProbeKind kind, Side side) {
        throw new UnsupportedOperationException(why);
    }

    @Override
    public TrialEnded unsupported(String why, Capability lacking, ProbeKind kind, Side side) {
        throw new UnsupportedOperationException(why);
    }

    @Override
    public TrialEnded notObservable(String why) {
        throw new UnsupportedOperationException(why);
    }

    @Override
    public TrialEnded untested(String why) {
        throw new UnsupportedOperationException(why);
    }

    @Override
    public TrialEnded violated(Violation violation) {
        throw new Violated(violation);
    }

    @Override
    public void evidence(String name, Supplier<String> text) {
        evidence.put(name, text.get());
    }

    @Override
    public Optional<Path> replay() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> keep(String name, String text) {
        try {
            return Optional.of(Files.writeString(folder.resolve(name), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many cases were begun. */
    int cases() {
        return cases;
    }

    void wantCases(int number) {
        randomCases = number;
    }

    @Override
    public int randomCases() {
        return randomCases;
    }

    @Override
    public boolean isShortOfTime() {
        return shortOfTime;
    }

    @Override
    public void nextCase() {
        cases++;
        evidence.clear();
    }

    @Override
    public void note(String text) {
        notes.add(text);
    }

    @Override
    public List<Release> releaseLine() {
        return List.of();
    }
}
