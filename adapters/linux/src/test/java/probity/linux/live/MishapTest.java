package probity.linux.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import probity.linux.guest.Guest;
import probity.linux.guest.Mishap;
import probity.spi.CallResult;
import probity.spi.Ending;
import probity.spi.Execution;
import probity.spi.Exhibit;
import probity.spi.Instance;
import probity.spi.MachineDied;
import probity.spi.Options;
import probity.spi.StepResult;
import probity.spi.Target;

/** Guests that come to harm in the middle of a plan, for real, and what the next plan finds. */
@Tag("qemu")
@Timeout(120)
class MishapTest {
    private static Workshop workshop;

    @BeforeAll
    static void open() throws Exception {
        workshop = new Workshop();
    }

    @AfterAll
    static void close() {
        workshop.close();
    }

    static Stream<Arguments> mishaps() {
        return Stream.of(
                Arguments.of(Sabotage.PANIC, Ending.TRAP, "The kernel crashed at work: "),
                Arguments.of(
                        Sabotage.WARNING, Ending.TRAP, "The kernel complained: WARNING: CPU: 0"),
                Arguments.of(
                        Sabotage.OOPS, Ending.TRAP, "The kernel crashed at work: Internal error: "),
                Arguments.of(
                        Sabotage.LOCKUP,
                        Ending.LOST,
                        "The kernel makes no progress: watchdog: BUG: soft lockup - CPU#0 stuck"),
                Arguments.of(Sabotage.AGENT_EXIT, Ending.LOST, "The agent ended at work: "),
                Arguments.of(
                        Sabotage.GARBAGE,
                        Ending.LOST,
                        "The agent's next frame begins with 61 20 6c 69 6e 65"),
                Arguments.of(Sabotage.KILL, Ending.LOST, "QEMU ended at work, with status 137"),
                Arguments.of(Sabotage.STOP, Ending.LOST, "The agent did not answer "));
    }

    @ParameterizedTest
    @MethodSource("mishaps")
    void aMishapInAPlanIsTold(Sabotage sabotage, Ending ending, String sentence) throws Exception {
        QemuProcess qemu;
        try (Instance instance = workshop.candidate().start(Options.defaults())) {
            Guest guest = workshop.guest();
            qemu = qemu(guest);
            assertThat(qemu.directory()).isDirectory();
            Target target = instance.targets().get(0);
            Thread saboteur = sabotage.duringTheNextPlan(workshop);

            Execution execution = instance.run(Workshop.plan(target, 200));

            saboteur.join();
            CallResult last = (CallResult) last(execution.steps());
            assertThat(last.ending()).isEqualTo(ending);
            assertThat(last.detail()).startsWith(sentence).doesNotContain("\n");
            assertThat(last.exhibits())
                    .extracting(Exhibit::name)
                    .containsExactly(Mishap.CONSOLE, Mishap.CALLS);
            assertThat(last.exhibits().get(1).text()).contains("bpf(0xa,");
            assertThat(execution.steps()).hasSizeBetween(2, 201);
            assertThat(execution.events()).hasSizeLessThan(200);
        }
        assertThat(workshop.lendsNothing()).isTrue();
        assertThat(qemu.process().isAlive()).isFalse();
        assertThat(qemu.directory()).doesNotExist();
        theNextPlanPasses();
    }

    private static QemuProcess qemu(Guest guest) {
        return machines().stream()
                .filter(machine -> machine.process().pid() == guest.pid())
                .findFirst()
                .orElseThrow();
    }

    private static List<QemuProcess> machines() {
        return QemuProcess.of(ProcessHandle.current());
    }

    @Test
    void aPanicShowsWhatTheKernelDiedOf() throws Exception {
        try (Instance instance = workshop.candidate().start(Options.defaults())) {
            Target target = instance.targets().get(0);
            Thread saboteur = Sabotage.PANIC.duringTheNextPlan(workshop);

            Execution execution = instance.run(Workshop.plan(target, 200));

            saboteur.join();
            List<Exhibit> exhibits = ((CallResult) last(execution.steps())).exhibits();
            assertThat(exhibits.get(0).text()).contains("write_sysrq_trigger", "Kernel panic");
            assertThat(exhibits.get(1).text()).contains("write(").contains("= ?");

            MachineDied again = catchThrowableOfType(MachineDied.class, () -> instance.counts("A"));
            assertThat(again.ending()).isEqualTo(Ending.TRAP);
            assertThat(again).hasMessageStartingWith("The kernel crashed at work: ");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OOPS", "LOCKUP"})
    void whatGoesWrongInsideOfACallIsTheCalls(Sabotage sabotage) throws Exception {
        try (Instance instance = workshop.candidate().start(Options.defaults())) {
            Target target = instance.targets().get(0);
            sabotage.prepare(workshop).run();

            Execution execution = instance.run(Workshop.plan(target, 2));

            assertThat(execution.steps()).hasSize(2);
            assertThat(execution.events()).isEmpty();
            List<Exhibit> exhibits = ((CallResult) last(execution.steps())).exhibits();
            assertThat(exhibits.get(0).text())
                    .containsSubsequence("bpf_trampoline_", "bpf_fentry_test1+", "__sys_bpf+");
            assertThat(exhibits.get(1).text().lines())
                    .last()
                    .asString()
                    .startsWith("worker 0: bpf(0xa,")
                    .endsWith("= ?");
        }
        theNextPlanPasses();
    }

    /** The kernel says so a second or two later, whatever it is asked for then. */
    @Test
    void aTaskThatHangsIsToldOf() throws Exception {
        try (Instance instance = workshop.candidate().start(Options.defaults())) {
            Target target = instance.targets().get(0);
            Sabotage.HUNG_TASK.prepare(workshop).run();

            MachineDied died =
                    catchThrowableOfType(MachineDied.class, () -> readForever(instance, target));

            assertThat(died.ending()).isEqualTo(Ending.LOST);
            assertThat(died)
                    .hasMessageStartingWith("The kernel makes no progress: INFO: task init:")
                    .hasMessageEndingWith(" blocked for more than 1 seconds.");
        }
        theNextPlanPasses();
    }

    private static void readForever(Instance instance, Target target) {
        while (true) {
            instance.code(target.name());
        }
    }

    @Test
    void aPanicAtARequestToAttachIsTold() throws Exception {
        try (Instance instance = workshop.candidate().start(Options.defaults())) {
            Target target = instance.targets().get(0);
            Sabotage.PANIC.prepare(workshop).run();

            MachineDied died =
                    catchThrowableOfType(
                            MachineDied.class, () -> instance.attach(Workshop.probe(target)));

            assertThat(died.ending()).isEqualTo(Ending.TRAP);
            assertThat(died).hasMessageStartingWith("The kernel crashed at work: ");
            assertThat(died.exhibits().get(0).text()).contains("write_sysrq_trigger");
        }
        theNextPlanPasses();
    }

    @Test
    void aPanicBeforeTheFirstCallOfAPlanIsTold() throws Exception {
        try (Instance instance = workshop.candidate().start(Options.defaults())) {
            Target target = instance.targets().get(0);
            Sabotage.PANIC.prepare(workshop).run();

            MachineDied died =
                    catchThrowableOfType(
                            MachineDied.class, () -> instance.run(Workshop.plan(target, 1)));

            assertThat(died.ending()).isEqualTo(Ending.TRAP);
        }
        theNextPlanPasses();
    }

    /** Detaching may be what the kernel warns of. */
    @Test
    void aWarningAtTheEndOfAnInstanceIsTold() throws Exception {
        Instance instance = workshop.candidate().start(Options.defaults());
        instance.attach(Workshop.probe(instance.targets().get(0)));
        Guest guest = workshop.guest();
        Sabotage.WARNING.prepare(workshop).run();

        MachineDied died = catchThrowableOfType(MachineDied.class, instance::close);

        assertThat(died.ending()).isEqualTo(Ending.TRAP);
        assertThat(died).hasMessageStartingWith("The kernel complained: WARNING: CPU: 0");
        assertThat(ProcessHandle.of(guest.pid())).isEmpty();
        theNextPlanPasses();
    }

    /** It may be asked once more after that: the kit that closes it need not be the last user. */
    @Test
    void aCandidateThatIsLetGoHasNoGuests() throws Exception {
        LinuxCandidate candidate = workshop.candidate();
        Instance forgotten = candidate.start(Options.defaults());
        Target target = forgotten.targets().get(0);
        long first = workshop.guest().pid();
        Instance closed = candidate.start(Options.defaults());
        closed.close();

        candidate.close();

        assertThat(workshop.lendsNothing()).isTrue();
        assertThat(ProcessHandle.of(first)).isEmpty();
        assertThat(machines()).isEmpty();
        MachineDied died =
                catchThrowableOfType(
                        MachineDied.class, () -> forgotten.attach(Workshop.probe(target)));
        assertThat(died.ending()).isEqualTo(Ending.LOST);
        theNextPlanPasses();
    }

    @Test
    void onlySoManyGuestsWait() throws Exception {
        LinuxCandidate candidate = workshop.candidate();
        Instance one = candidate.start(Options.defaults());
        Instance other = candidate.start(Options.defaults());
        Instance third = candidate.start(Options.defaults());
        one.close();
        other.close();

        third.close();

        assertThat(machines()).hasSize(candidate.parallelism()).hasSize(2);
    }

    private static void theNextPlanPasses() throws Exception {
        try (Instance instance = workshop.candidate().start(Options.defaults())) {
            Target target = instance.targets().get(0);

            Execution execution = instance.run(Workshop.plan(target, 2));

            assertThat(execution.steps()).hasSize(4);
            assertThat(execution.steps().subList(1, 3))
                    .allSatisfy(
                            step ->
                                    assertThat(((CallResult) step).ending())
                                            .isEqualTo(Ending.RETURNED));
            assertThat(execution.events()).hasSize(2);
        }
    }

    private static StepResult last(List<StepResult> steps) {
        return steps.get(steps.size() - 1);
    }
}
