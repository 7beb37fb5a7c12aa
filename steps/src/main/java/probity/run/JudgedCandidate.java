package probity.run;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import probity.run.guard.AnswerCheck;
import probity.run.guard.CallFailed;
import probity.run.guard.CheckedTargets;
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
 * One candidate for as long as it is judged: its custody, and what needs to be asked only once.
 * Used by one thread.
 */
final class JudgedCandidate implements AutoCloseable {
    private final String address;
    private final Candidate candidate;
    private final CheckedTargets checked = new CheckedTargets();
    private final Custody custody;
    private final Map<Capability, Optional<String>> capabilities = new EnumMap<>(Capability.class);
    private final Map<String, Optional<String>> probes = new HashMap<>();
    private final Map<String, Refused> refusals = new HashMap<>();
    private volatile Description description;
    private List<Target> targets;

    JudgedCandidate(String address, Candidate candidate, TimeLimits limits) {
        this.address = address;
        this.candidate = candidate;
        this.custody = new Custody(address, limits);
    }

    String address() {
        return address;
    }

    void beginTrial() {
        custody.beginTrial();
    }

    Description description(Witness witness) {
        if (description == null) {
            try {
                description = custody.ask("describe()", () -> DescriptionCheck.check(candidate));
            } catch (CallFailed e) {
                throw witness.failed(e);
            }
        }
        witness.answered();
        return description;
    }

    /** What it declares, if it was asked and could answer. For any thread. */
    Optional<Description> declared() {
        return Optional.ofNullable(description);
    }

    /** What the virtual machine's end has to do with it, as a sentence. For any thread. */
    String atEnd(VmEnd end) {
        return custody.atEnd(end);
    }

    List<Target> targets(Witness witness) {
        if (targets == null) {
            try (GuardedInstance instance = start(Options.defaults(), witness)) {
                targets = instance.targets();
            }
        }
        witness.answered();
        return targets;
    }

    GuardedInstance start(Options options, Witness witness) {
        return GuardedInstance.start(
                candidate, options, description(witness), checked, custody, witness);
    }

    /** If a capability that is declared absent works after all: what was seen. */
    Optional<String> worksAfterAll(Capability capability) {
        return capabilities.computeIfAbsent(capability, key -> attempt(Attempts.of(capability)));
    }

    /** If probes that are not offered at a side work after all: what was seen. */
    Optional<String> worksAfterAll(ProbeKind kind, Side side) {
        String key = key(kind, side);
        return probes.computeIfAbsent(
                key,
                none ->
                        attempt(
                                Attempts.of(kind, side),
                                refused -> refusals.putIfAbsent(key, refused)));
    }

    /** What was answered to the attempt at probes of this kind, if it was a refusal. */
    Optional<Refused> refusal(ProbeKind kind, Side side) {
        return Optional.ofNullable(refusals.get(key(kind, side)));
    }

    private static String key(ProbeKind kind, Side side) {
        return kind + " " + side;
    }

    private Optional<String> attempt(Attempt attempt) {
        return attempt(attempt, refused -> {});
    }

    private Optional<String> attempt(Attempt attempt, Consumer<Refused> refusal) {
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
            return custody.ask("randomCases()", () -> AnswerCheck.randomCases(candidate));
        } catch (CallFailed e) {
            throw witness.failed(e);
        }
    }

    /** Whether half of the time of this trial is used up. */
    boolean isShortOfTime() {
        return custody.isShortOfTime();
    }

    @Override
    public void close() {
        custody.dismiss(Executors.callable(candidate::close));
    }
}
