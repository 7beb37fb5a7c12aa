package probity.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import probity.spi.Capability;
import probity.spi.Description;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.ProbeKind;
import probity.spi.Side;
import probity.spi.Target;

/**
 * One scenario, or one property, on one candidate: all that a step needs of the run. A step class
 * asks for it in its constructor and gets a fresh one per scenario.
 *
 * <p>Every call into the candidate is guarded. Where the candidate throws, hangs, answers nonsense
 * or takes its thread down, {@link TrialEnded} is thrown and the scenario ends as UNRESOLVED with
 * the evidence. Steps do not catch it. Methods that end the scenario always throw; they return
 * {@link TrialEnded} only so that {@code throw trial.unsupported(…)} tells the compiler.
 *
 * <p>A step that finds a difference calls {@link #violated}, which throws {@link
 * ConformanceViolation}. A plain {@link AssertionError}, or any other exception out of a step, is
 * an error of the kit.
 */
public interface Trial {
    /** The candidate's address, such as {@code reference:light-sparse-1}. */
    String address();

    /** What the candidate declares. Checked for sense; asked once per run. */
    Description description();

    /** What the candidate offers to hook. Checked for sense; asked once per run. */
    List<Target> targets();

    /**
     * Starts a fresh instance. All its methods are guarded. It is closed when the scenario ends.
     */
    Instance start(Options options);

    /** Starts a fresh instance with the default options. */
    default Instance start() {
        return start(Options.defaults());
    }

    /**
     * Ends the scenario as UNSUPPORTED, because these capabilities are declared absent. Each is
     * tried first; one that works after all is a <em>declaration mismatch</em>, which is a FAIL.
     *
     * @param why a full sentence
     * @param missing capabilities that {@link #description()} does not declare
     */
    TrialEnded unsupported(String why, Capability... missing);

    /**
     * Ends the scenario as UNSUPPORTED, because probes of this kind are not offered at this side.
     * Attaching one is tried first, as with {@link #unsupported(String, Capability...)}.
     */
    TrialEnded unsupported(String why, ProbeKind kind, Side side);

    /**
     * Ends the scenario as UNSUPPORTED, because handlers of this kind do not have a capability at
     * this side, which others have. It is tried with such a handler first, as with {@link
     * #unsupported(String, Capability...)}.
     */
    TrialEnded unsupported(String why, Capability lacking, ProbeKind kind, Side side);

    /** Ends the scenario as UNSUPPORTED, because its candidate does not let the truth be seen. */
    TrialEnded notObservable(String why);

    /**
     * Ends the scenario as UNTESTED, because it cannot be set up on this candidate although nothing
     * is declared absent; for example, there is no target with a role.
     */
    TrialEnded untested(String why);

    /**
     * Ends the scenario as violated: FAIL, or <em>not met</em> where the clause is a SHOULD.
     *
     * @throws ConformanceViolation always
     */
    TrialEnded violated(Violation violation);

    /**
     * Keeps a long text (register table, order string, instruction trace) for the reports. It is
     * attached to the scenario, whatever its verdict.
     */
    default void evidence(String name, String text) {
        evidence(name, () -> text);
    }

    /** The same for a text that is made only if somebody reads it; an empty one is left out. */
    void evidence(String name, Supplier<String> text);

    /**
     * The file of a random case that is to be repeated ({@code -Dprobity.replay}); then only
     * properties are heard. One to which the case does not belong is {@link #untested}.
     */
    Optional<Path> replay();

    /**
     * Keeps a random case as a file that {@link #replay} can name later, if this run writes files.
     *
     * @param name the file's name, without folder
     * @return where it is, as the rerun command names it
     */
    Optional<Path> keep(String name, String text);

    /** How many random cases a property is to try. */
    int randomCases();

    /**
     * Whether the candidate has used up half of the time that it may take in one trial: who tries
     * random cases stops then, and says so, rather than end without an answer.
     */
    boolean isShortOfTime();

    /**
     * Begins the next random case of a property: drops evidence and notes of the case before, so
     * that those of the last case, the shrunk one, remain.
     */
    void nextCase();

    /** Keeps one sentence that stands beside the verdict; how a MAY clause reports what it saw. */
    void note(String text);

    /**
     * The release line to which the candidate belongs (RET-08), oldest first; {@code
     * -Dprobity.line} or else what the candidate's provider says. Guarded likewise.
     */
    List<Release> releaseLine();

    /** One member of a release line. */
    interface Release {
        /** Its candidate address. */
        String address();

        /** What it declares. */
        Description description();

        /** Starts a fresh instance of it. */
        Instance start(Options options);
    }
}
