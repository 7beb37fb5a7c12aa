package probity.linux.agent;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ByteChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import probity.linux.agent.Transcript.Entry;
import probity.linux.wire.Frame;
import probity.linux.wire.Opcode;
import probity.spi.Bytes;
import probity.spi.Diagnostic;

/**
 * The agent of a guest: its memory, its workers, and the system calls that they make.
 *
 * <p>Requests are sent when an answer is waited for, in their order, and answered in any; what was
 * sent first is begun first. Worker 0 is the thread that reads the line: a call that blocks there
 * blocks the agent. Thread safe.
 */
public final class Agent implements AutoCloseable {
    /** The worker that always exists, for calls that do not block. */
    public static final int MAIN = 0;

    /** A payload has the address too. */
    private static final int MOST_POKED = Frame.MOST_PAYLOAD - Long.BYTES;

    private static final int MOST_ARGUMENTS = 6;

    private final Line line;
    private final Duration limit;
    private final Transcript transcript = new Transcript();

    /**
     * Talks to an agent.
     *
     * @param channel both directions, blocking; the agent closes it
     * @param limit how long an answer may take where the caller says nothing
     */
    public Agent(ByteChannel channel, Duration limit) {
        this.line = new Line(channel);
        this.limit = limit;
    }

    /** What a booting agent sends by itself once it is ready. */
    public Pending<Hello> announcement() {
        return new Pending<>("the announcement of its start", line.announced(), line::flush)
                .map(frame -> Hello.parse(frame.payload()));
    }

    /** Asks an agent that runs already to introduce itself. */
    public Pending<Hello> greet() {
        return request("HELLO", Opcode.HELLO, MAIN, Bytes.none())
                .map(frame -> Hello.parse(frame.payload()));
    }

    /**
     * Reads the agent's memory.
     *
     * @throws AgentRefused with {@code BAD_ADDRESS} if it cannot be read
     */
    public byte[] peek(long address, int length) {
        return beginPeek(address, length).await(limit);
    }

    /**
     * Reads the agent's memory as it is when what was asked for before has been done; the answer is
     * like that of {@link #peek}.
     */
    public Pending<byte[]> beginPeek(long address, int length) {
        List<Pending<Frame>> pieces = new ArrayList<>();
        for (int at = 0; at < length; at += Frame.MOST_PAYLOAD) {
            int size = Math.min(length - at, Frame.MOST_PAYLOAD);
            Bytes range = Bytes.of(payload(12).putLong(address + at).putInt(size).array());
            pieces.add(request("PEEK", Opcode.PEEK, MAIN, range));
        }
        return Pending.all("PEEK", pieces, line::flush).map(frames -> joined(frames, length));
    }

    /**
     * Reads several pieces of the agent's memory at once.
     *
     * @param addresses where each begins
     * @param length of each
     * @throws AgentRefused with {@code BAD_ADDRESS} if one cannot be read
     */
    public List<byte[]> peekAll(List<Long> addresses, int length) {
        List<Pending<byte[]>> begun =
                addresses.stream().map(address -> beginPeek(address, length)).toList();
        return begun.stream().map(piece -> piece.await(limit)).toList();
    }

    private static byte[] joined(List<Frame> pieces, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (Frame piece : pieces) {
            byte[] content = piece.payload().toArray();
            if (content.length > bytes.remaining()) {
                throw new AgentLost(AgentProblems.badPayload("PEEK", content.length));
            }
            bytes.put(content);
        }
        if (bytes.hasRemaining()) {
            throw new AgentLost(AgentProblems.badPayload("PEEK", bytes.position()));
        }
        return bytes.array();
    }

    /**
     * Writes the agent's memory.
     *
     * @throws AgentRefused with {@code BAD_ADDRESS} if it cannot be written
     */
    public void poke(long address, byte[] content) {
        beginPoke(address, content).await(limit);
    }

    /** Writes the agent's memory before anything is done that is asked for later. */
    public Pending<?> beginPoke(long address, byte[] content) {
        List<Pending<Frame>> pieces = new ArrayList<>();
        for (int at = 0; at < content.length; at += MOST_POKED) {
            byte[] piece =
                    Arrays.copyOfRange(content, at, Math.min(content.length, at + MOST_POKED));
            ByteBuffer bytes = payload(Long.BYTES + piece.length);
            bytes.putLong(address + at).put(piece);
            pieces.add(request("POKE", Opcode.POKE, MAIN, Bytes.of(bytes.array())));
        }
        return Pending.all("POKE", pieces, line::flush);
    }

    /** Makes a system call and waits for its result: a value, or a negative errno. */
    public long call(int worker, SystemCall call, long... arguments) {
        return begin(worker, call, arguments).await(limit);
    }

    /**
     * Has a worker make a system call, which may take any time; it begins when somebody waits for
     * an answer, of this request or another one.
     *
     * @return the result: a value, or a negative errno
     */
    public Pending<Long> begin(int worker, SystemCall call, long... arguments) {
        return begin(worker, call.number(), arguments);
    }

    /** The same by number, for calls that have no name here. */
    public Pending<Long> begin(int worker, long number, long... arguments) {
        if (arguments.length > MOST_ARGUMENTS) {
            throw new IllegalArgumentException("A system call has at most six arguments.");
        }
        ByteBuffer bytes = payload(Long.BYTES * (1 + MOST_ARGUMENTS)).putLong(number);
        for (long argument : arguments) {
            bytes.putLong(argument);
        }
        Entry entry = transcript.sent(worker, number, arguments, line.lost().isDone());
        String name = "%s on worker %d".formatted(SystemCall.name(number), worker);
        return request(name, Opcode.CALL, worker, Bytes.of(bytes.array()))
                .map(
                        frame -> {
                            long result = result(frame);
                            entry.answered(Errno.result(result));
                            return result;
                        });
    }

    /**
     * Starts a worker.
     *
     * @return its thread id
     * @throws AgentRefused if there can be no worker of that number
     * @throws SystemCallFailed with {@code EBUSY} if it runs already
     */
    public int spawn(int worker) {
        long result =
                result(
                        request("SPAWN of worker " + worker, Opcode.SPAWN, worker, Bytes.none())
                                .await(limit));
        if (Errno.isError(result)) {
            throw new SystemCallFailed("start of worker " + worker, (int) -result);
        }
        return (int) result;
    }

    /** The last system calls with their results, the oldest first. */
    public List<String> lastCalls() {
        return transcript.lines();
    }

    /** Completed with the reason as soon as nothing can be heard of the agent any more. */
    public CompletableFuture<Diagnostic> lost() {
        return line.lost();
    }

    @Override
    public void close() {
        line.close();
    }

    private Pending<Frame> request(String name, Opcode opcode, int worker, Bytes payload) {
        return new Pending<>(name, line.send(name, opcode, worker, payload), line::flush);
    }

    private static long result(Frame frame) {
        if (frame.payload().size() != Long.BYTES) {
            throw new AgentLost(
                    AgentProblems.badPayload(frame.opcode().name(), frame.payload().size()));
        }
        return frame.payload().longAt(0);
    }

    private static ByteBuffer payload(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
