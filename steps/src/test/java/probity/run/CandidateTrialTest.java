package probity.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import probity.report.Evidence;
import probity.run.guard.TimeLimits;
import probity.spi.Action;
import probity.spi.AttachResult;
import probity.spi.Bytes;
import probity.spi.CallResult;
import probity.spi.CandidateUnavailable;
import probity.spi.Diagnostic;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Exhibit;
import probity.spi.Instance;
import probity.spi.MachineDied;
import probity.spi.Options;
import probity.spi.Plan;
import probity.spi.Probe;
import probity.spi.ProbeKind;
import probity.spi.StepResult;

class CandidateTrialTest {
    private static final List<Exhibit> CONSOLE = List.of(new Exhibit("console", "the last line"));

    /** Its machine dies when something is attached. */
    private static final class Dies extends Miniature {
        private final Ending ending;

        Dies(Ending ending) {
            this.ending = ending;
        }

        @Override
        public Instance start(Options options) {
            return new MiniatureInstance() {
                @Override
                public AttachResult attach(Probe probe) {
                    throw new MachineDied(ending, "It is gone.", CONSOLE);
                }
            };
        }
    }

    @Test
    void whatWasStartedIsClosedAtTheEndTheYoungestFirst() {
        List<String> log = new ArrayList<>();
        CandidateTrial trial = trial(new Logging(log));
        trial.start();
        trial.start();

        trial.finish();

        assertThat(log).containsExactly("start 1", "start 2", "close 2", "close 1");
    }

    @Test
    void whatAStepClosedIsNotClosedAgain() {
        List<String> log = new ArrayList<>();
        CandidateTrial trial = trial(new Logging(log));
        trial.start().close();

        trial.finish();

        assertThat(log).containsExactly("start 1", "close 1");
    }

    @Test
    void aFailureWhileClosingIsUnresolved() {
        CandidateTrial trial =
                trial(
                        new Miniature() {
                            @Override
                            public Instance start(Options options) {
                                return new MiniatureInstance() {
                                    @Override
                                    public void close() {
                                        throw new IllegalStateException("stuck");
                                    }
                                };
                            }
                        });
        trial.start();

        assertThat(trial.finish().unresolved.orElseThrow())
                .isEqualTo("The candidate's close() threw java.lang.IllegalStateException: stuck");
    }

    @Test
    void anInstanceThatIsNullIsNonsense() {
        CandidateTrial trial =
                trial(
                        new Miniature() {
                            @Override
                            public Instance start(Options options) {
                                return null;
                            }
                        });

        TrialEnded ended = catchThrowableOfType(TrialEnded.class, trial::start);

        assertThat(ended.reason()).isEqualTo(TrialEnded.Reason.UNRESOLVED);
        assertThat(ended)
                .hasMessage(
                        "The candidate's start(Options) answered what makes no sense: The instance"
                                + " is null.");
    }

    @Test
    void nonsenseIsKeptAsEvidence() {
        CandidateTrial trial =
                trial(
                        new Miniature() {
                            @Override
                            protected Execution execution(List<StepResult> results) {
                                return super.execution(List.of());
                            }
                        });

        assertThatThrownBy(() -> trial.start().run(Miniature.call("leaf")))
                .isInstanceOf(TrialEnded.class)
                .hasMessageContaining("Only 0 of 1 steps were run");
        assertThat(trial.finish().evidence).extracting(Evidence::name).containsExactly("answer");
    }

    @Test
    void aCrashIsKeptWithTheLastInstructions() {
        CandidateTrial trial = trial(new Miniature());
        trial.start().run(Miniature.call("traps"));

        Facts facts = trial.finish();

        assertThat(facts.fatal.orElseThrow().title())
                .isEqualTo("Machine code crashed under a legal plan: Fault at 0x0.");
        assertThat(facts.evidence)
                .extracting(Evidence::name, Evidence::text)
                .contains(tuple("last instructions", "ffff800008010000: str x0, [xzr]"));
    }

    @Test
    void anAddressOfAViolationHasTheNameThatTheCandidateKnows() {
        CandidateTrial trial =
                trial(
                        new Miniature() {
                            @Override
                            public Map<Long, String> names(Set<Long> addresses) {
                                return Map.of(0xffff800080051bc8L, "return_to_handler");
                            }
                        });

        assertThatThrownBy(() -> trial.violated(violation()))
                .hasMessageContaining("x30 is 0xffff800080051bc8 (return_to_handler).");
    }

    @Test
    void whoCannotTellNamesIsNotBlamedForIt() {
        CandidateTrial trial =
                trial(
                        new Miniature() {
                            @Override
                            public Map<Long, String> names(Set<Long> addresses) {
                                throw new IllegalStateException("no names");
                            }
                        });

        assertThatThrownBy(() -> trial.violated(violation()))
                .hasMessageContaining("x30 is 0xffff800080051bc8.");
        assertThat(trial.finish().unresolved).isEmpty();
    }

    private static Violation violation() {
        return Violation.of("x30 is 0xffff800080051bc8.", 1, List.of());
    }

    @Test
    void whatACandidateShowsOfALostMachineIsKept() {
        CandidateTrial trial =
                trial(
                        new Miniature() {
                            @Override
                            protected Execution execution(List<StepResult> results) {
                                return super.execution(List.of(lost()));
                            }
                        });
        trial.start().run(Miniature.call("leaf"));

        Facts facts = trial.finish();

        assertThat(facts.unresolved).contains("The machine was lost: QEMU ended.");
        assertThat(facts.evidence)
                .extracting(Evidence::name)
                .containsExactly("console", "events so far");
        assertThat(facts.evidence.get(0).text()).isEqualTo("the last line");
    }

    private static CallResult lost() {
        return new CallResult(
                Ending.LOST, Optional.empty(), Bytes.none(), "QEMU ended.", List.of(), CONSOLE);
    }

    @Test
    void aMachineThatCrashesAtARequestToAttachIsAViolation() {
        CandidateTrial trial = trial(new Dies(Ending.TRAP));
        Probe probe = Probe.of("A", ProbeKind.FPROBE, "leaf").onEntry(new Action.Capture("all"));

        assertThatThrownBy(() -> trial.start().attach(probe)).isInstanceOf(TrialEnded.class);

        Facts facts = trial.finish();
        Violation violation = facts.fatal.orElseThrow();
        assertThat(violation.title())
                .isEqualTo("The candidate's attach(Probe) crashed its machine: It is gone.");
        assertThat(violation.hint()).contains("'console' in the report");
        assertThat(facts.unresolved).isEmpty();
        assertThat(facts.evidence)
                .extracting(Evidence::name, Evidence::text)
                .containsExactly(tuple("console", "the last line"));
    }

    @Test
    void aMachineThatCrashesThroughAFaultyHandlerIsNotTheCandidatesFault() {
        CandidateTrial trial = trial(new Dies(Ending.TRAP));
        Probe probe = Probe.of("A", ProbeKind.FPROBE, "leaf").onEntry(new Action.Fault());

        assertThatThrownBy(() -> trial.start().attach(probe)).isInstanceOf(TrialEnded.class);

        assertThat(trial.finish().fatal).isEmpty();
    }

    @Test
    void aMachineThatIsLostAtARequestToAttachIsUnresolved() {
        CandidateTrial trial = trial(new Dies(Ending.LOST));
        Probe probe = Probe.of("A", ProbeKind.FPROBE, "leaf").onEntry(new Action.Capture("all"));

        assertThatThrownBy(() -> trial.start().attach(probe)).isInstanceOf(TrialEnded.class);

        Facts facts = trial.finish();
        assertThat(facts.fatal).isEmpty();
        assertThat(facts.unresolved)
                .contains("The candidate's attach(Probe) lost its machine: It is gone.");
        assertThat(facts.evidence)
                .extracting(Evidence::name, Evidence::text)
                .containsExactly(tuple("console", "the last line"));
    }

    @Test
    void theNextRandomCaseForgetsTheEvidenceOfTheOneBefore() {
        CandidateTrial trial = trial(new Miniature());
        trial.evidence("first", "1");
        trial.note("first");
        trial.nextCase();
        trial.evidence("second", "2");

        Facts facts = trial.finish();

        assertThat(facts.evidence).extracting(Evidence::name).containsExactly("second");
        assertThat(facts.notes).isEmpty();
    }

    @Test
    void theLastViolationCountsBecauseItIsTheShrunkOne() {
        CandidateTrial trial = trial(new Miniature());
        for (String title : List.of("Big.", "Small.")) {
            assertThatThrownBy(() -> trial.violated(Violation.of(title, 1, List.of())))
                    .isInstanceOf(ConformanceViolation.class);
        }

        assertThat(trial.finish().violation.orElseThrow()).hasMessage("Small.");
    }

    @Test
    void aReleaseLineThatCannotBeOpenedIsUnresolved() {
        Diagnostic problem = new Diagnostic("unknown-candidate", "There is none.", List.of(), "");
        CandidateTrial trial =
                new CandidateTrial(
                        judged(new Miniature()),
                        candidate -> {
                            throw new CandidateUnavailable(problem);
                        },
                        RandomCases.NONE);

        assertThat(catchThrowableOfType(TrialEnded.class, trial::releaseLine).reason())
                .isEqualTo(TrialEnded.Reason.UNRESOLVED);
    }

    @Test
    void membersOfAReleaseLineAreGuardedToo() {
        JudgedCandidate other =
                judged(
                        new Miniature() {
                            @Override
                            public Instance start(Options options) {
                                throw new IllegalStateException("no longer built");
                            }
                        });
        CandidateTrial trial =
                new CandidateTrial(
                        judged(new Miniature()), self -> List.of(other, self), RandomCases.NONE);

        List<Trial.Release> line = trial.releaseLine();

        assertThat(line).hasSize(2);
        assertThat(line.get(1).description().name()).isEqualTo("miniature");
        assertThatThrownBy(() -> line.get(0).start(Options.defaults()))
                .isInstanceOf(TrialEnded.class)
                .hasMessageContaining("no longer built");
    }

    @Test
    void theCandidateSaysHowManyRandomCasesUnlessTheUserDoes() {
        Miniature slow = asking(7);
        RandomCases wanted =
                new RandomCases(Optional.empty(), OptionalInt.of(300), Optional.empty());

        assertThat(trial(new Miniature()).randomCases()).isEqualTo(40);
        assertThat(trial(slow).randomCases()).isEqualTo(7);
        assertThat(new CandidateTrial(judged(slow), List::of, wanted).randomCases()).isEqualTo(300);
    }

    @Test
    void anImpossibleNumberOfRandomCasesIsNonsense() {
        for (int wrong : new int[] {0, -3, 100_001}) {
            assertThatThrownBy(trial(asking(wrong))::randomCases)
                    .isInstanceOf(TrialEnded.class)
                    .hasMessage(
                            "The candidate's randomCases() answered what makes no sense: There"
                                    + " cannot be %d random cases; it takes a number from 1 to"
                                    + " 100000.",
                            wrong);
        }
    }

    private static Miniature asking(int cases) {
        return new Miniature() {
            @Override
            public int randomCases() {
                return cases;
            }
        };
    }

    @Test
    void anEmptyPlanIsNotACrash() {
        CandidateTrial trial = trial(new Miniature());
        trial.start().run(Plan.of());

        assertThat(trial.finish().fatal).isEmpty();
    }

    private static CandidateTrial trial(Miniature candidate) {
        return new CandidateTrial(judged(candidate), List::of, RandomCases.NONE);
    }

    private static JudgedCandidate judged(Miniature candidate) {
        return new JudgedCandidate("java:x", candidate, TimeLimits.defaults());
    }

    /** Writes down what is started and closed. */
    private static final class Logging extends Miniature {
        private final List<String> log;
        private int started;

        Logging(List<String> log) {
            this.log = log;
        }

        @Override
        public Instance start(Options options) {
            int number = ++started;
            log.add("start " + number);
            return new MiniatureInstance() {
                @Override
                public void close() {
                    log.add("close " + number);
                }
            };
        }
    }
}
