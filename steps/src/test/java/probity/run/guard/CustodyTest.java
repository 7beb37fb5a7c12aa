package probity.run.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import probity.spi.MisuseException;
import probity.spi.Walk;

@Timeout(60)
class CustodyTest {
    private static final Duration LIMIT = Duration.ofMillis(400);

    private final Custody custody = new Custody("java:x", TimeLimits.defaults());

    /**
     * For what hangs; the machine may be slow, so nothing else is to be done in so short a time.
     */
    private final Custody hasty = new Custody("java:x", TimeLimits.ofCall(Duration.ofMillis(400)));

    @AfterEach
    void close() {
        custody.close();
        hasty.close();
    }

    @Test
    void aCallThatEndsTheVirtualMachineIsNamed() throws CallFailed {
        String sentence =
                custody.ask(
                        "describe()",
                        () -> {
                            String thread = Thread.currentThread().getName();
                            return custody.atEnd(new VmEnd(Optional.of(thread), List.of()));
                        });

        assertThat(sentence).isEqualTo("The candidate's describe() called System.exit.");
    }

    @Test
    void anotherThreadThatEndsTheVirtualMachineIsNamedWithTheCallUnderWay() throws CallFailed {
        VmEnd end = new VmEnd(Optional.of("stray"), List.of());

        assertThat(custody.ask("describe()", () -> custody.atEnd(end)))
                .isEqualTo(
                        "System.exit was called on the thread 'stray' during the candidate's"
                                + " describe().");
        assertThat(custody.atEnd(end)).isEqualTo("System.exit was called on the thread 'stray'.");
    }

    @Test
    void anEndFromOutsideIsNobodysCall() throws CallFailed {
        VmEnd end = VmEnd.now(); // nobody calls System.exit

        assertThat(custody.ask("run(Plan)", () -> custody.atEnd(end)))
                .isEqualTo(
                        "The virtual machine was ended from outside during the candidate's"
                                + " run(Plan).");
    }

    @Test
    void whoHungTooOftenIsLetGoAllTheSame() {
        Custody impatient = new Custody("java:x", new TimeLimits(LIMIT, LIMIT, 1));
        assertThatThrownBy(() -> impatient.call("run(Plan)", CustodyTest::hang))
                .hasMessageContaining("did not return");
        assertThatThrownBy(() -> impatient.call("run(Plan)", () -> 1))
                .hasMessageContaining("was not called");
        List<String> log = new ArrayList<>();

        impatient.dismiss(() -> log.add("closed"));

        assertThat(log).containsExactly("closed");
    }

    @Test
    void nothingHangsOnTheLastAnswer() {
        custody.dismiss(
                () -> {
                    throw new IllegalStateException("stuck");
                });
        hasty.dismiss(CustodyTest::hang);
    }

    @Test
    void passesAnswersOn() throws CallFailed {
        assertThat(custody.<Integer>call("run(Plan)", () -> 7)).isEqualTo(7);
    }

    @Test
    void saysWhenHalfOfTheTimeOfATrialIsUsedUp() throws CallFailed {
        Custody slow = new Custody("java:x", new TimeLimits(LIMIT, Duration.ofMillis(40), 1));
        assertThat(slow.isShortOfTime()).isFalse();

        slow.call(
                "run(Plan)",
                () -> {
                    Thread.sleep(20);
                    return 1;
                });
        assertThat(slow.isShortOfTime()).isTrue();

        slow.beginTrial();
        assertThat(slow.isShortOfTime()).isFalse();
        slow.close();
    }

    @Test
    void makesAllCallsOnOneDaemonThread() throws CallFailed {
        Thread first = custody.call("run(Plan)", Thread::currentThread);

        assertThat(custody.<Thread>call("run(Plan)", Thread::currentThread)).isSameAs(first);
        assertThat(first).isNotSameAs(Thread.currentThread());
        assertThat(first.isDaemon()).isTrue();
    }

    @Test
    void anExceptionIsShownWithItsStackTrace() {
        CallFailed failed =
                failed(
                        () -> {
                            throw new IllegalStateException("no more\nsecond line");
                        });

        assertThat(failed.kind()).isEqualTo(CallFailed.Kind.THREW);
        assertThat(failed)
                .hasMessage(
                        "The candidate's run(Plan) threw java.lang.IllegalStateException: no more");
        assertThat(failed.evidence()).contains("second line", "at " + getClass().getName());
    }

    @Test
    void aHangThatIgnoresInterruptsIsGivenUpWithTheStackOfItsThread() {
        CallFailed failed = failed(hasty, CustodyTest::hang);

        assertThat(failed.kind()).isEqualTo(CallFailed.Kind.HUNG);
        assertThat(failed).hasMessage("The candidate's run(Plan) did not return within 0.40 s.");
        assertThat(failed.evidence()).contains(getClass().getName() + ".hang(");
    }

    @Test
    void afterAHangTheNextCallGetsAnotherThread() throws CallFailed {
        int generation = hasty.generation();
        failed(hasty, CustodyTest::hang);

        assertThat(hasty.<Integer>call("run(Plan)", () -> 7)).isEqualTo(7);
        assertThat(hasty.generation()).isGreaterThan(generation);
    }

    @Test
    void afterThreeHangsNothingIsCalledAnyMore() {
        for (int i = 0; i < 3; i++) {
            assertThat(failed(hasty, CustodyTest::hang).kind()).isEqualTo(CallFailed.Kind.HUNG);
        }

        CallFailed failed = failed(hasty, () -> 7);

        assertThat(failed.kind()).isEqualTo(CallFailed.Kind.GIVEN_UP);
        assertThat(failed)
                .hasMessage(
                        "The candidate's run(Plan) was not called: the candidate has hung 3 times"
                                + " and is given up.");
    }

    @Test
    void manySlowCallsUseUpAScenario() throws CallFailed {
        Duration trial = Duration.ofMillis(300);
        try (Custody slow =
                new Custody("java:x", new TimeLimits(Duration.ofSeconds(20), trial, 3))) {
            slow.call("run(Plan)", () -> sleep(60));
            assertThatThrownBy(() -> slow.call("run(Plan)", () -> sleep(5000)))
                    .isInstanceOf(CallFailed.class)
                    .hasMessageContaining("did not return within 0.");
            slow.beginTrial();
            assertThat(slow.<Integer>call("run(Plan)", () -> 7)).isEqualTo(7);
        }
    }

    @Test
    void memoryAndStackRunOutWithoutHarm() throws CallFailed {
        CallFailed memory = failed(() -> new long[2][Integer.MAX_VALUE - 8]);
        CallFailed stack = failed(CustodyTest::overflow);

        assertThat(memory.kind()).isEqualTo(CallFailed.Kind.EXHAUSTED);
        assertThat(memory).hasMessageContaining("ran out of memory", "OutOfMemoryError");
        assertThat(stack).hasMessageContaining("ran out of stack");
        assertThat(stack.evidence().lines().count()).isLessThan(100);
        assertThat(custody.<Integer>call("run(Plan)", () -> 7)).isEqualTo(7);
    }

    @Test
    void aThreadThatKillsItselfIsNamed() throws CallFailed {
        CallFailed failed =
                failed(
                        () -> {
                            throw new ThreadDeath();
                        });

        assertThat(failed.kind()).isEqualTo(CallFailed.Kind.DIED);
        assertThat(failed)
                .hasMessage("The candidate's run(Plan) killed the thread that it was called on.");
        assertThat(custody.<Integer>call("run(Plan)", () -> 7)).isEqualTo(7);
    }

    @Test
    void misuseByTheJudgeIsNoFailureOfTheCandidate() {
        assertThatThrownBy(
                        () ->
                                custody.call(
                                        "run(Plan)",
                                        () -> {
                                            throw new MisuseException("There is no task 7.");
                                        }))
                .isInstanceOf(MisuseException.class);
    }

    @Test
    void anIllFormedRecordOfTheCandidateIsNotMisuseByTheJudge() {
        CallFailed failed = failed(() -> new Walk(null));

        assertThat(failed.kind()).isEqualTo(CallFailed.Kind.THREW);
        assertThat(failed).hasMessageContaining("Null was given as Walk.frames.");
    }

    @Test
    void whereTheJudgeCanDoNothingWrongMisuseIsAFailure() {
        assertThatThrownBy(
                        () ->
                                custody.ask(
                                        "describe()",
                                        () -> {
                                            throw new MisuseException("Closed.");
                                        }))
                .isInstanceOf(CallFailed.class)
                .hasMessageContaining("describe() threw", "Closed.");
    }

    @Test
    void anInterruptThatACandidateLeavesBehindIsNotTheNextCalls() throws CallFailed {
        custody.call(
                "run(Plan)",
                () -> {
                    Thread.currentThread().interrupt();
                    return 0;
                });

        assertThat(custody.<Boolean>call("run(Plan)", () -> Thread.currentThread().isInterrupted()))
                .isFalse();
    }

    @Test
    void aCallCostsLittle() throws CallFailed {
        int calls = 2000;
        custody.call("run(Plan)", () -> 0);
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            custody.call("run(Plan)", () -> 0);
        }
        long micros = (System.nanoTime() - start) / 1000 / calls;

        assertThat(micros).as("microseconds a call").isLessThan(1000);
    }

    private CallFailed failed(Callable<?> callable) {
        return failed(custody, callable);
    }

    private static CallFailed failed(Custody custody, Callable<?> callable) {
        return catchThrowableOfType(CallFailed.class, () -> custody.call("run(Plan)", callable));
    }

    private static int sleep(long millis) throws InterruptedException {
        Thread.sleep(millis);
        return 0;
    }

    private static int overflow() {
        return overflow() + 1;
    }

    private static int hang() {
        while (true) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                // ignored on purpose
            }
        }
    }
}
