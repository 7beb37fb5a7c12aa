package probity.run;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import probity.report.Evidence;
import probity.run.guard.CallFailed;
import probity.run.guard.GuardedInstance;
import probity.run.guard.Witness;
import probity.spi.CandidateUnavailable;
import probity.spi.Capability;
import probity.spi.Description;
import probity.spi.Execution;
import probity.spi.Instance;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Refused;
import probity.spi.Side;
import probity.spi.Target;

/** The trial of one entry on one candidate. */
final class CandidateTrial implements Trial, Witness {
    private final JudgedCandidate candidate;
    private final ReleaseLine line;
    private final RandomCases cases;
    private final Facts facts = new Facts();
    private final Deque<GuardedInstance> instances = new ArrayDeque<>();
    private Runnable lastRun = () -> {};

    CandidateTrial(JudgedCandidate candidate, ReleaseLine line, RandomCases cases) {
        this.candidate = candidate;
        this.line = line;
        this.cases = cases;
        candidate.beginTrial();
    }

    @Override
    public String address() {
        return candidate.address();
    }

    @Override
    public Description description() {
        return candidate.description(this);
    }

    @Override
    public List<Target> targets() {
        return candidate.targets(this);
    }

    @Override
    public Instance start(Options options) {
        return start(candidate, options);
    }

    private Instance start(JudgedCandidate which, Options options) {
        instances.removeIf(GuardedInstance::isClosed); // a property starts thousands
        GuardedInstance instance = which.start(options, this);
        instances.push(instance);
        return instance;
    }

    @Override
    public TrialEnded unsupported(String why, Capability... missing) {
        for (Capability capability : missing) {
            if (description().can(capability)) {
                throw new IllegalArgumentException(
                        "A step says that " + capability + " is missing, but it is declared.");
            }
            candidate.worksAfterAll(capability).ifPresent(seen -> mismatch(capability + "", seen));
        }
        throw new TrialEnded(TrialEnded.Reason.UNSUPPORTED, why, null);
    }

    @Override
    public TrialEnded unsupported(String why, ProbeKind kind, Side side) {
        if (description().offers(kind, side)) {
            throw new IllegalArgumentException(
                    "A step says that " + kind + " is not offered at " + side + ", but it is.");
        }
        candidate
                .worksAfterAll(kind, side)
                .ifPresent(seen -> mismatch(kind + " probes at " + side, seen));
        throw unsupported(why, candidate.refusal(kind, side));
    }

    @Override
    public TrialEnded unsupported(String why, Capability lacking, ProbeKind kind, Side side) {
        if (description().can(lacking, kind, side)) {
            throw new IllegalArgumentException(
                    "A step says that %s is missing for %s at %s, but it is declared."
                            .formatted(lacking, kind, side));
        }
        candidate
                .worksAfterAll(lacking, kind, side)
                .ifPresent(seen -> mismatch(lacking + " for " + kind + " at " + side, seen));
        throw unsupported(why, candidate.refusal(lacking, kind, side));
    }

    private static TrialEnded unsupported(String why, Optional<Refused> refusal) {
        String answer =
                refusal.map(no -> " Asked all the same, it says " + no.errno() + ": " + no.reason())
                        .orElse("");
        return new TrialEnded(TrialEnded.Reason.UNSUPPORTED, why + answer, null);
    }

    private void mismatch(String what, String seen) {
        facts.mismatch = true;
        violated(
                Violation.of(
                                "Declaration mismatch: " + what + " works, but is declared absent.",
                                1,
                                List.of(new Violation.Line(what, "does not work", seen)))
                        .withHint("Declare it in the candidate's Description."));
    }

    @Override
    public TrialEnded notObservable(String why) {
        throw new TrialEnded(TrialEnded.Reason.UNSUPPORTED, why, null);
    }

    @Override
    public TrialEnded untested(String why) {
        throw new TrialEnded(TrialEnded.Reason.UNTESTED, why, null);
    }

    @Override
    public TrialEnded violated(Violation violation) {
        Violation told = AddressNames.in(violation, candidate::names);
        ConformanceViolation thrown = new ConformanceViolation(told);
        facts.violation = Optional.of(thrown);
        lastRun.run();
        throw thrown;
    }

    @Override
    public void evidence(String name, Supplier<String> text) {
        facts.evidence.add(new Evidence(name, text));
    }

    @Override
    public Optional<Path> replay() {
        return cases.repeated();
    }

    @Override
    public Optional<Path> keep(String name, String text) {
        return cases.keep(name, text);
    }

    @Override
    public int randomCases() {
        return cases.wanted().orElseGet(() -> candidate.randomCases(this));
    }

    @Override
    public boolean isShortOfTime() {
        return candidate.isShortOfTime();
    }

    @Override
    public void nextCase() {
        facts.evidence.clear();
        facts.notes.clear();
        lastRun = () -> {};
    }

    @Override
    public void note(String text) {
        facts.notes.add(text);
    }

    @Override
    public List<Release> releaseLine() {
        try {
            return line.members(candidate).stream().<Release>map(Member::new).toList();
        } catch (CandidateUnavailable e) {
            facts.unresolved = facts.unresolved.or(() -> Optional.of(e.getMessage()));
            throw new TrialEnded(TrialEnded.Reason.UNRESOLVED, e.getMessage(), e);
        }
    }

    @Override
    public void answered() {
        facts.reached = true;
    }

    @Override
    public void attaching(Probe probe) {
        facts.attaching(probe);
    }

    @Override
    public void executed(Plan plan, Execution execution) {
        facts.executed(plan, execution);
        lastRun = () -> evidence("last plan and events", ExecutionText.of(plan, execution));
    }

    @Override
    public TrialEnded failed(CallFailed failure) {
        facts.failed(failure);
        return new TrialEnded(
                TrialEnded.Reason.UNRESOLVED, failure.getMessage(), failure.getCause());
    }

    /** Closes what was started, the youngest first, and tells what happened. */
    Facts finish() {
        try {
            while (!instances.isEmpty()) {
                closeYoungest();
            }
        } finally {
            line.done();
        }
        return facts;
    }

    private void closeYoungest() {
        try {
            instances.pop().close();
        } catch (TrialEnded e) {
            // failed() keeps it among the facts; the others are closed all the same
        }
    }

    private final class Member implements Release {
        private final JudgedCandidate member;

        Member(JudgedCandidate member) {
            this.member = member;
        }

        @Override
        public String address() {
            return member.address();
        }

        @Override
        public Description description() {
            return member.description(CandidateTrial.this);
        }

        @Override
        public Instance start(Options options) {
            return CandidateTrial.this.start(member, options);
        }
    }
}
