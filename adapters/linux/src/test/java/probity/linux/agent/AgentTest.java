package probity.linux.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import probity.linux.agent.FakeAgent.Request;
import probity.linux.wire.Frame;
import probity.linux.wire.Opcode;
import probity.spi.Bytes;

class AgentTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private FakeAgent fake;
    private Agent agent;

    @AfterEach
    void close() {
        agent.close();
    }

    @Test
    void aSystemCallHasANumberAndSixArguments() {
        agent((fake, request) -> fake.result(request, 3));

        assertThat(agent.call(2, SystemCall.OPENAT, -100, 0x1000, 2)).isEqualTo(3);

        Request request = fake.requests().get(0);
        assertThat(request.opcode()).isEqualTo(4);
        assertThat(request.worker()).isEqualTo(2);
        long[] words = new long[7];
        request.payload().asLongBuffer().get(words);
        assertThat(words).containsExactly(56, -100, 0x1000, 2, 0, 0, 0);
        assertThat(agent.lastCalls())
                .containsExactly("worker 2: openat(0xffffffffffffff9c, 0x1000, 0x2) = 3");
    }

    @Test
    void answersMayComeInAnyOrder() {
        agent((fake, request) -> {});
        Pending<Long> first = agent.begin(1, SystemCall.READ);
        Pending<Long> second = agent.begin(2, SystemCall.WRITE);
        assertThat(first.isDone()).isFalse();

        fake.result(fake.requests().get(1), 22);
        assertThat(second.await(LONG)).isEqualTo(22);
        assertThat(first.isDone()).isFalse();
        assertThat(agent.lastCalls())
                .containsExactly("worker 1: read() = ?", "worker 2: write() = 22");
        fake.result(fake.requests().get(0), -11);
        assertThat(first.await(LONG)).isEqualTo(-11);
        assertThat(agent.lastCalls()).first().isEqualTo("worker 1: read() = -EAGAIN");
    }

    @Test
    void requestsGoOutTogetherWhenAnAnswerIsWaitedFor() {
        agent((fake, request) -> fake.result(request, request.sequence()));

        Pending<Long> first = agent.begin(1, SystemCall.READ);
        Pending<Long> second = agent.begin(2, SystemCall.WRITE);
        assertThat(fake.requests()).isEmpty();

        assertThat(first.await(LONG)).isEqualTo(1);
        assertThat(fake.requests()).hasSize(2);
        assertThat(second.await(LONG)).isEqualTo(2);
    }

    @Test
    void largeMemoryGoesInPieces() {
        byte[] memory = new byte[150_000];
        agent(
                (fake, request) -> {
                    int at = (int) request.payload().getLong() - 0x1000;
                    if (request.opcode() == 3) {
                        request.payload().get(memory, at, request.payload().remaining());
                        fake.answer(request, Opcode.POKE, new byte[0]);
                    } else {
                        byte[] piece = new byte[request.payload().getInt()];
                        System.arraycopy(memory, at, piece, 0, piece.length);
                        fake.answer(request, Opcode.PEEK, piece);
                    }
                });
        byte[] content = new byte[memory.length];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i >> 7);
        }

        agent.poke(0x1000, content);

        assertThat(agent.peek(0x1000, content.length)).isEqualTo(content);
        assertThat(fake.requests()).hasSize(6);
    }

    @Test
    void aRefusalIsOfOneRequestOnly() {
        agent(
                (fake, request) -> {
                    if (request.worker() == 9) {
                        fake.refuse(request, 6, 9);
                    } else {
                        fake.result(request, 1);
                    }
                });

        AgentRefused refused =
                catchThrowableOfType(AgentRefused.class, () -> agent.call(9, SystemCall.GETTID));

        assertThat(refused)
                .hasMessage("The agent refused gettid on worker 9: no such worker (0x9).");
        assertThat(refused.refusal()).isEqualTo(Refusal.BAD_WORKER);
        assertThat(refused.detail()).isEqualTo(9);
        assertThat(agent.call(1, SystemCall.GETTID)).isEqualTo(1);
    }

    @Test
    void aWorkerThatRunsIsNotSpawnedAgain() {
        agent((fake, request) -> fake.result(request, request.worker() == 1 ? 77 : -16));

        assertThat(agent.spawn(1)).isEqualTo(77);
        assertThatThrownBy(() -> agent.spawn(2))
                .isInstanceOfSatisfying(
                        SystemCallFailed.class,
                        failed -> assertThat(failed.errnoName()).isEqualTo("EBUSY"))
                .hasMessage("The start of worker 2 failed with -EBUSY.");
    }

    @Test
    void silenceIsALossAfterTheLimit() {
        agent((fake, request) -> {});

        assertThatThrownBy(() -> agent.begin(1, SystemCall.READ, 5).await(Duration.ofMillis(250)))
                .isInstanceOf(AgentLost.class)
                .hasMessage(
                        "The agent did not answer read on worker 1 within 0.25 s. [agent-silent]");
    }

    @Test
    void theEndOfTheLineEndsEveryRequest() throws Exception {
        agent((fake, request) -> fake.end());

        Pending<Long> pending = agent.begin(1, SystemCall.READ, 5);

        assertThat(lost(() -> pending.await(LONG))).isEqualTo("agent-gone");
        assertThat(agent.lost().get(1, TimeUnit.MINUTES).code()).isEqualTo("agent-gone");
        // what is asked later fails at once, and is no evidence
        assertThat(lost(() -> agent.call(0, SystemCall.GETPID))).isEqualTo("agent-gone");
        assertThat(lost(() -> agent.announcement().await(LONG))).isEqualTo("agent-gone");
        assertThat(agent.lastCalls()).containsExactly("worker 1: read(0x5) = ?");
    }

    @Test
    void anInterruptedWaitIsALossAndStaysInterrupted() {
        agent((fake, request) -> {});
        Pending<Long> pending = agent.begin(1, SystemCall.READ);
        Thread.currentThread().interrupt();

        assertThat(lost(() -> pending.await(LONG))).isEqualTo("agent-interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anAnswerThatNobodyWaitsForIsALoss() {
        agent((fake, request) -> fake.send(frame(request.sequence() + 5, Opcode.CALL, 8)));

        assertThatThrownBy(() -> agent.call(0, SystemCall.GETPID))
                .hasMessage(
                        "The agent answered CALL with sequence number 6, which nobody waits for."
                                + " [agent-unexpected]");
    }

    @Test
    void anAnswerOfAnotherKindIsALoss() {
        agent((fake, request) -> fake.send(frame(request.sequence(), Opcode.SPAWN, 8)));

        assertThat(lost(() -> agent.call(0, SystemCall.GETPID))).isEqualTo("agent-unexpected");
    }

    @Test
    void anAnswerOfTheWrongSizeIsALoss() {
        agent((fake, request) -> fake.answer(request, opcode(request), new byte[5]));

        assertThatThrownBy(() -> agent.call(0, SystemCall.GETPID))
                .hasMessage(
                        "The agent answered CALL with a payload of 5 bytes, which it never has."
                                + " [agent-payload]");
        assertThat(lost(() -> agent.peek(0x1000, 4))).isEqualTo("agent-payload");
        assertThat(lost(() -> agent.peek(0x1000, 6))).isEqualTo("agent-payload");
        assertThat(lost(() -> agent.spawn(1))).isEqualTo("agent-payload");
    }

    @Test
    void garbageIsALoss() {
        agent((fake, request) -> fake.sendRaw("[    1.000000] a kernel's message".getBytes()));

        assertThat(lost(() -> agent.call(0, SystemCall.GETPID))).isEqualTo("wire-magic");
    }

    @Test
    void anAgentThatMisreadsTheKitIsLost() {
        agent((fake, request) -> fake.refuse(new Request(0, 0, 0, request.payload()), 3, 0xabcd));

        assertThatThrownBy(() -> agent.call(0, SystemCall.GETPID))
                .hasMessage(
                        "The agent could not read what the kit sent: a wrong checksum (0xabcd)."
                                + " [agent-misread]");
    }

    @Test
    void anUnknownRefusalIsALoss() {
        agent((fake, request) -> fake.refuse(request, 99, 0));

        assertThat(lost(() -> agent.call(0, SystemCall.GETPID))).isEqualTo("agent-payload");
    }

    @Test
    void anAgentIntroducesItselfUnaskedAndAsked() {
        byte[] hello = HelloTest.payload(1, 0);
        agent((fake, request) -> fake.answer(request, Opcode.HELLO, hello));
        fake.send(new Frame(0, Opcode.HELLO, true, 0, Bytes.of(hello)));

        assertThat(agent.announcement().await(LONG).pageSize()).isEqualTo(4096);
        assertThat(agent.greet().await(LONG)).isEqualTo(agent.announcement().await(LONG));
    }

    @Test
    void sevenArgumentsAreTooMany() {
        agent((fake, request) -> {});

        assertThatThrownBy(() -> agent.begin(0, 1, 1, 2, 3, 4, 5, 6, 7))
                .hasMessage("A system call has at most six arguments.");
    }

    private void agent(BiConsumer<FakeAgent, Request> behaviour) {
        fake = new FakeAgent(request -> behaviour.accept(fake, request));
        agent = new Agent(fake, LONG);
    }

    private static Opcode opcode(Request request) {
        return switch (request.opcode()) {
            case 2 -> Opcode.PEEK;
            case 5 -> Opcode.SPAWN;
            default -> Opcode.CALL;
        };
    }

    private static Frame frame(int sequence, Opcode opcode, int size) {
        return new Frame(sequence, opcode, true, 0, Bytes.of(ByteBuffer.allocate(size).array()));
    }

    private static String lost(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(AgentLost.class, work).diagnostic().code();
    }
}
