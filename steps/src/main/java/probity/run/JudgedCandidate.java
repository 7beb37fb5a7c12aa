package probity.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import probity.run.guard.AnswerCheck;
import probity.run.guard.CallFailed;
import probity.run.guard.Custody;
import probity.run.guard.DescriptionCheck;
import probity.run.guard.GuardedInstance;
import probity.run.guard.TimeLimits;
import probity.run.guard.VmEnd;
import probity.run.guard.Witness;
import probity.run.honesty.Attempt;
import probity.run.honesty.Attempts;
import probity.run.honesty.NotingRefusals;
import probity.spi.Candidate;
import probity.spi.Capability;
import probity.spi.Description;
import probity.spi.Instance;
import probity.spi.MisuseException;
import probity.spi.Options;
import probity.spi.ProbeKind;
import probity.spi.Refused;
import probity.spi.Side;
import probity.spi.Target;

/**
 * One candidate for as long as it is judged, on one lane: the custody of that lane, and what needs
 * to be asked only once on all of them. Used by one thread, except where it is said.
 */
final class JudgedCandidate implements AutoCloseable {
    private final String address;
    private final Candidate candidate;
    private final TimeLimits limits;
    private final Answers answers;
    private final Custody custody;

    /** A candidate that is judged for itself, or on the first of several lanes. */
    JudgedCandidate(String address, Candidate candidate, TimeLimits limits) {
        this(address, candidate, limits, new Answers(), new Custody(address, limits));
    }

    private JudgedCandidate(
            String address,
            Candidate candidate,
            TimeLimits limits,
            Answers answers,
            Custody custody) {
        this.address = address;
        this.candidate = candidate;
        this.limits = limits;
        this.answers = answers;
        this.custody = custody;
    }

    /**
     * The same candidate on another lane, for another thread.
     *
     * @param name what the lane is called
     */
    JudgedCandidate on(String name) {
        return new JudgedCandidate(address, candidate, limits, answers, new Custody(name, limits));
    }

    String address() {
        return address;
    }

    void beginTrial() {
        custody.beginTrial();
    }

    Description description(Witness witness) {
        Description description = answers.description().get(() -> described(witness));
        witness.answered();
        return description;
    }

    private Description described(Witness witness) {
        try {
            return custody.ask("describe()", () -> DescriptionCheck.check(candidate));
        } catch (CallFailed e) {
            throw witness.failed(e);
        }
    }

    /** What it declares, if it was asked and could answer. For any thread. */
    Optional<Description> declared() {
        return answers.description().known();
    }

    /** What the virtual machine's end has to do with it, as a sentence. For any thread. */
    String atEnd(VmEnd end) {
        return custody.atEnd(end);
    }

    /** Whether one of the calls into it ended the virtual machine. For any thread. */
    boolean called(VmEnd end) {
        return custody.called(end);
    }

    List<Target> targets(Witness witness) {
        List<Target> targets = answers.targets().get(() -> found(witness));
        witness.answered();
        return targets;
    }

    private List<Target> found(Witness witness) {
        try (GuardedInstance instance = start(Options.defaults(), witness)) {
            return instance.targets();
        }
    }

    GuardedInstance start(Options options, Witness witness) {
        return GuardedInstance.start(
                candidate, options, description(witness), answers.checked(), custody, witness);
    }

    /**
     * What lies at addresses, as far as it says. Nothing hangs on its answer, so it is asked in a
     * custody of its own, which counts no hang of the lane's; and not again after it failed.
     */
    Map<Long, String> names(Set<Long> addresses) {
        if (!answers.hasNames()) {
            return Map.of();
        }
        try (Custody own = new Custody(address, limits)) {
            return own.ask("names(Set)", () -> Map.copyOf(candidate.names(addresses)));
        } catch (CallFailed | MisuseException unnamed) {
            answers.noNames();
            return Map.of();
        }
    }

    /** If a capability that is declared absent works after all: what was seen. */
    Optional<String> worksAfterAll(Capability capability) {
        return tried(capability.name(), Attempts.of(capability)).seen();
    }

    /** If probes that are not offered at a side work after all: what was seen. */
    Optional<String> worksAfterAll(ProbeKind kind, Side side) {
        return tried(key(kind, side), Attempts.of(kind, side)).seen();
    }

    /** If what handlers of a kind are said to lack at a side works after all: what was seen. */
    Optional<String> worksAfterAll(Capability lacking, ProbeKind kind, Side side) {
        return tried(key(lacking, kind, side), Attempts.of(lacking, kind, side)).seen();
    }

    /** What was answered to the attempt at probes of this kind, if it was a refusal. */
    Optional<Refused> refusal(ProbeKind kind, Side side) {
        return refusal(key(kind, side));
    }

    /** What was answered to the attempt at such a handler, if it was a refusal. */
    Optional<Refused> refusal(Capability lacking, ProbeKind kind, Side side) {
        return refusal(key(lacking, kind, side));
    }

    private Optional<Refused> refusal(String key) {
        return answers.attempt(key).known().flatMap(Answers.Tried::refused);
    }

    private static String key(Capability lacking, ProbeKind kind, Side side) {
        return lacking + " of " + key(kind, side);
    }

    private static String key(ProbeKind kind, Side side) {
        return kind + " " + side;
    }

    private Answers.Tried tried(String what, Attempt attempt) {
        return answers.attempt(what).get(() -> tryOut(attempt));
    }

    private Answers.Tried tryOut(Attempt attempt) {
        List<Refused> refusals = new ArrayList<>();
        Optional<String> seen = seen(attempt, refusals::add);
        return new Answers.Tried(seen, refusals.stream().findFirst());
    }

    private Optional<String> seen(Attempt attempt, Consumer<Refused> refusal) {
        Bystander bystander = new Bystander();
        try (GuardedInstance guarded = start(Options.defaults(), bystander)) {
            Instance instance = new NotingRefusals(guarded, refusal);
            return attempt.tryOut(instance, description(bystander), targets(bystander));
        } catch (Bystander.Failed | MisuseException e) {
            return Optional.empty(); // what is declared absent may fail in any way
        }
    }

    /** How many random cases a property should try, as the candidate says. */
    int randomCases(Witness witness) {
        try {
            return custody.ask(
                    "randomCases()", () -> AnswerCheck.randomCases(candidate.randomCases()));
        } catch (CallFailed e) {
            throw witness.failed(e);
        }
    }

    /** Whether half of the time of this trial is used up. */
    boolean isShortOfTime() {
        return custody.isShortOfTime();
    }

    /** Leaves this lane; the candidate goes on being judged on others. */
    void leave() {
        custody.close();
    }

    /** Lets go of the candidate, when no lane needs it any more. */
    @Override
    public void close() {
        custody.dismiss(Executors.callable(candidate::close));
    }
}
