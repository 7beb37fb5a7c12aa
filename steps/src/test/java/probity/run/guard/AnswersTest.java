package probity.run.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import probity.run.Miniature;
import probity.spi.Action;
import probity.spi.Activation;
import probity.spi.Architecture;
import probity.spi.Attached;
import probity.spi.Bytes;
import probity.spi.CallResult;
import probity.spi.Candidate;
import probity.spi.Capability;
import probity.spi.Counts;
import probity.spi.Description;
import probity.spi.Done;
import probity.spi.Ending;
import probity.spi.Event;
import probity.spi.Execution;
import probity.spi.FieldState;
import probity.spi.KnownRun;
import probity.spi.Limits;
import probity.spi.Observation;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.Refused;
import probity.spi.RegisterFile;
import probity.spi.RegisterSet;
import probity.spi.SetKind;
import probity.spi.Side;
import probity.spi.StepResult;
import probity.spi.Target;

/** Answers that make no sense, one at a time. */
class AnswersTest {
    private static final Description DESCRIPTION = new Miniature().describe();
    private static final RegisterFile REGISTERS = RegisterFile.empty(Architecture.ARM64);
    private static final Probe PROBE =
            Probe.of("p", ProbeKind.FPROBE, "leaf").onEntry(new Action.Capture("registers"));
    private static final Plan PLAN =
            Plan.of(new Plan.Attach(PROBE), new Plan.Call(0, 0, "leaf", REGISTERS, List.of()));
    private static final CallResult RETURNED =
            new CallResult(Ending.RETURNED, Optional.of(REGISTERS), Bytes.none(), "", List.of());
    private static final List<StepResult> RESULTS =
            List.of(new Attached(Optional.empty()), RETURNED);

    @Test
    void whatMakesSenseGoesThrough() {
        Execution execution = execution(RESULTS, event(0, "p", "leaf", "registers"));

        assertThat(check(execution)).isSameAs(execution);
    }

    @Test
    void nothingIsNoAnswer() {
        assertThat(problem(() -> check(null))).isEqualTo("The execution is null.");
        assertThat(problem(() -> AnswerCheck.attach(null))).isEqualTo("The answer is null.");
        assertThat(problem(() -> AnswerCheck.counts(null))).isEqualTo("The counts is null.");
    }

    @Test
    void instancesThatThereCannotBe() {
        assertThat(problem(() -> AnswerCheck.parallelism(-1)))
                .isEqualTo("-1 instances cannot be in use at the same time; it takes 1 to 1024.");
        assertThat(problem(() -> AnswerCheck.parallelism(1025))).startsWith("1025 instances");
        assertThat(AnswerCheck.parallelism(1)).isEqualTo(1);
        assertThat(AnswerCheck.parallelism(1024)).isEqualTo(1024);
    }

    @Test
    void moreResultsThanSteps() {
        assertThat(problemOf(execution(List.of(RESULTS.get(0), RETURNED, RETURNED))))
                .isEqualTo("There are 3 step results for a plan of 2 steps.");
    }

    @Test
    void fewerResultsThanStepsWithoutACrash() {
        assertThat(problemOf(execution(RESULTS.subList(0, 1))))
                .isEqualTo(
                        "Only 1 of 2 steps were run, although no call ended as TRAP, BUDGET or"
                                + " LOST.");
    }

    @Test
    void aStepAnsweredByTheResultOfAnother() {
        assertThat(problemOf(execution(List.of(new Done(), RETURNED))))
                .isEqualTo("Step 0 (Attach) is answered by a Done.");
    }

    @Test
    void aCrashWithoutAWordAboutIt() {
        CallResult trap =
                new CallResult(Ending.TRAP, Optional.empty(), Bytes.none(), "", List.of());

        assertThat(problemOf(execution(List.of(RESULTS.get(0), trap))))
                .isEqualTo("Step 1 ended as TRAP and has an empty detail.");
    }

    @Test
    void registersAfterAReturnThatDidNotHappen() {
        CallResult blocked =
                new CallResult(Ending.BLOCKED, Optional.of(REGISTERS), Bytes.none(), "", List.of());

        assertThat(problemOf(execution(List.of(RESULTS.get(0), blocked))))
                .isEqualTo("Step 1 shows registers after a return, but ended as BLOCKED.");
    }

    @Test
    void aRefusalWithoutErrnoOrReason() {
        assertThat(problem(() -> AnswerCheck.attach(new Refused("no", " "))))
                .isEqualTo(
                        "The answer has an empty reason. The answer refuses with 'no', which is no"
                                + " errno name.");
    }

    @Test
    void anEventOfAProbeThatWasNeverAttached() {
        assertThat(problemOf(execution(RESULTS, event(0, "q", "leaf", "registers"))))
                .isEqualTo("Event 0 is of probe 'q', which was never attached.");
    }

    @Test
    void anEventOfAFunctionThatItsProbeDoesNotHook() {
        assertThat(problemOf(execution(RESULTS, event(0, "p", "traps", "registers"))))
                .isEqualTo("Event 0 is of function 'traps', which probe 'p' does not hook.");
    }

    @Test
    void eventsOutOfSequence() {
        assertThat(
                        problemOf(
                                execution(
                                        RESULTS,
                                        event(0, "p", "leaf", "registers"),
                                        event(5, "p", "leaf", "registers"))))
                .isEqualTo("Event 1 has the sequence number 5.");
    }

    @Test
    void anObservationThatNoActionAskedFor() {
        assertThat(problemOf(execution(RESULTS, event(0, "p", "leaf", "other"))))
                .isEqualTo(
                        "Event 0 has an observation Captured 'other' that no action of its script"
                                + " asked for.");
    }

    @Test
    void activationsThatDoNotFitTogether() {
        Activation wrong = activation(0, OptionalInt.of(3), 4, OptionalInt.of(2));

        assertThat(problemOf(execution(RESULTS, List.of(), List.of(wrong))))
                .isEqualTo(
                        "Activation 0 ended at position 2, but started at 4. Activation 0 has the"
                                + " parent 3, which there is not.");
    }

    @Test
    void activationsThatAreNotInOrder() {
        Activation first = activation(0, OptionalInt.empty(), 4, OptionalInt.empty());
        Activation second = activation(1, OptionalInt.empty(), 2, OptionalInt.empty());

        assertThat(problemOf(execution(RESULTS, List.of(), List.of(first, second))))
                .isEqualTo("Activation 1 started at position 2, before the one that precedes it.");
    }

    @Test
    void negativeCounts() {
        OptionalLong none = OptionalLong.empty();
        Counts counts = new Counts(OptionalLong.of(-1), none, none, none, none, none);

        assertThat(problem(() -> AnswerCheck.counts(counts)))
                .isEqualTo("The record has a negative entriesRun (-1).");
    }

    @Test
    void aDescriptionThatMakesNoSense() {
        Description wrong =
                described(
                        new RegisterSet(
                                SetKind.LIGHT,
                                Map.of("rax", FieldState.POPULATED),
                                Set.of("eflags"),
                                Map.of("rip", 0, "x1", -8)),
                        new Limits(-1, 0, 0, 0));

        assertThat(problem(() -> DescriptionCheck.check(wrong)))
                .contains(
                        "The description has a negative limit of entry data (-1).",
                        "names a register 'rax' that ARM64 does not have.",
                        "names a register 'eflags' that ARM64 does not have.",
                        "names a register 'rip' that ARM64 does not have.",
                        "has a negative offset of x1 (-8).");
    }

    @Test
    void aLackOfWhatIsNotDeclared() {
        Description sound =
                described(RegisterSet.populated(SetKind.LIGHT, List.of()), DESCRIPTION.limits());
        Description wrong =
                new Description(
                        sound.name(),
                        sound.version(),
                        sound.architecture(),
                        Set.of(Capability.CANCEL),
                        sound.sets(),
                        sound.policy(),
                        sound.unsaved(),
                        sound.stage(),
                        List.of(),
                        sound.limits(),
                        Map.of(
                                ProbeKind.FPROBE,
                                Map.of(
                                        Side.ENTRY, Set.of(Capability.CANCEL, Capability.PARKING),
                                        Side.EXIT, Set.of(Capability.CANCEL))));

        assertThat(problem(() -> DescriptionCheck.check(wrong)))
                .contains(
                        "FPROBE at ENTRY is said to lack PARKING, which is not declared for it.",
                        "FPROBE at EXIT is said to lack CANCEL, which is not declared for it.")
                .doesNotContain("ENTRY is said to lack CANCEL");
    }

    @Test
    void aDescriptionThatChanges() {
        Candidate fickle =
                new Miniature() {
                    private int asked;

                    @Override
                    public Description describe() {
                        return described(
                                RegisterSet.populated(SetKind.LIGHT, List.of()),
                                new Limits(asked++, 0, 0, 0));
                    }
                };

        assertThat(problem(() -> DescriptionCheck.check(fickle)))
                .isEqualTo("The description is another one at the second call.");
    }

    @Test
    void onlyAListThatCannotChangeIsTakenOnTrust() {
        Target leaf = new Miniature().start(Options.defaults()).targets().get(0);
        CheckedTargets checked = new CheckedTargets();
        List<Target> fixed = List.of(leaf);
        List<Target> growing = new ArrayList<>(fixed);

        assertThat(checked.check(fixed, DESCRIPTION)).isSameAs(fixed);
        assertThat(checked.check(fixed, DESCRIPTION)).isSameAs(fixed);
        assertThat(checked.check(growing, DESCRIPTION)).isEqualTo(fixed);
        growing.add(leaf);

        assertThat(problem(() -> checked.check(growing, DESCRIPTION)))
                .isEqualTo("Target " + leaf.name() + " is listed twice.");
    }

    @Test
    void targetsThatMakeNoSense() {
        Target leaf = new Miniature().start(Options.defaults()).targets().get(0);

        assertThat(problem(() -> TargetsCheck.check(List.of(), DESCRIPTION)))
                .isEqualTo("There is no target.");
        assertThat(problem(() -> TargetsCheck.check(List.of(leaf, leaf), DESCRIPTION)))
                .isEqualTo("Target " + leaf.name() + " is listed twice.");
    }

    @Test
    void knownRunsThatMakeNoSense() {
        assertThat(problem(() -> TargetsCheck.check(List.of(knowing(run("leaf", 0))), DESCRIPTION)))
                .isEqualTo(
                        "Target leaf knows of a run 0, of depth 0, that was called in one after"
                                + " it.");
        assertThat(
                        problem(
                                () ->
                                        TargetsCheck.check(
                                                List.of(knowing(run("leaf", -1), run("f", -1))),
                                                DESCRIPTION)))
                .isEqualTo("Target leaf knows of a run of 'f', which is no target.");
        assertThat(problem(() -> TargetsCheck.check(List.of(knowing()), DESCRIPTION)))
                .isEqualTo("Target leaf does not know of any run of its own in depth 0.");
    }

    private static KnownRun run(String function, int parent) {
        OptionalInt in = parent < 0 ? OptionalInt.empty() : OptionalInt.of(parent);
        return new KnownRun(function, in, REGISTERS, REGISTERS, List.of(), "");
    }

    private static Target knowing(KnownRun... runs) {
        Target leaf = new Miniature().start(Options.defaults()).targets().get(0);
        return new Target(
                "leaf",
                leaf.role(),
                leaf.address(),
                leaf.size(),
                leaf.patchSite(),
                leaf.entryIp(),
                leaf.resumeAddress(),
                List.of(),
                List.of(),
                0,
                0,
                List.of(),
                List.of(),
                Optional.of(REGISTERS),
                Optional.of(REGISTERS),
                List.of(List.of(runs)));
    }

    @Test
    void muchNonsenseIsCut() {
        Event[] events = new Event[40];
        for (int i = 0; i < events.length; i++) {
            events[i] = event(i, "q", "leaf", "registers");
        }

        assertThat(problemOf(execution(RESULTS, events))).endsWith("And 30 more.");
    }

    private static Description described(RegisterSet set, Limits limits) {
        return new Description(
                "x",
                "1",
                Architecture.ARM64,
                Set.of(),
                Map.of(ProbeKind.FPROBE, Map.of(Side.ENTRY, set)),
                DESCRIPTION.policy(),
                DESCRIPTION.unsaved(),
                DESCRIPTION.stage(),
                List.of(),
                limits);
    }

    private static Event event(int sequence, String probe, String function, String label) {
        return new Event(
                sequence,
                probe,
                Side.ENTRY,
                0,
                0,
                function,
                false,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                SetKind.LIGHT,
                List.of(new Observation.Captured(label, REGISTERS)));
    }

    private static Activation activation(
            int id, OptionalInt parent, int started, OptionalInt ended) {
        return new Activation(
                id,
                parent,
                0,
                0,
                1,
                "leaf",
                0,
                false,
                Map.of(),
                Activation.End.RETURNED,
                started,
                ended,
                OptionalInt.empty());
    }

    private static Execution execution(List<StepResult> steps, Event... events) {
        return execution(steps, List.of(events), List.of());
    }

    private static Execution execution(
            List<StepResult> steps, List<Event> events, List<Activation> activations) {
        return new Execution(steps, events, activations, List.of(), List.of());
    }

    private static Execution check(Execution execution) {
        return new ExecutionCheck(PLAN, DESCRIPTION, new KnownProbes()).check(execution);
    }

    private static String problemOf(Execution execution) {
        return problem(() -> check(execution));
    }

    private static String problem(Runnable check) {
        return catchThrowableOfType(Nonsense.class, check::run).getMessage();
    }
}
