package probity.linux.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ByteChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import probity.linux.wire.Frame;
import probity.linux.wire.FrameReader;
import probity.linux.wire.Opcode;
import probity.linux.wire.Wire;
import probity.linux.wire.WireException;
import probity.spi.Bytes;
import probity.spi.Diagnostic;

/**
 * Brings answers to the requests that wait for them, whatever their order. Requests go out together
 * when the first of them is waited for: on its way through QEMU to the guest, one write takes as
 * long as several in one.
 */
final class Line implements AutoCloseable {
    /** More than this is not held back. */
    private static final int MOST_UNSENT = 1 << 16;

    private final ByteChannel channel;
    private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();
    private final Map<Integer, Request> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger sequence = new AtomicInteger();
    private final CompletableFuture<Frame> announced = new CompletableFuture<>();
    private final CompletableFuture<Diagnostic> lost = new CompletableFuture<>();

    Line(ByteChannel channel) {
        this.channel = channel;
        Thread reader = new Thread(this::read, "probity-agent-line");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Takes a request, which is sent by {@link #flush} at the latest; an error of the line is the
     * answer.
     */
    CompletableFuture<Frame> send(String name, Opcode opcode, int worker, Bytes payload) {
        int number = sequence.updateAndGet(last -> last == Integer.MAX_VALUE ? 1 : last + 1);
        Request request = new Request(name, opcode, new CompletableFuture<>());
        waiting.put(number, request);
        add(Wire.encode(Frame.request(number, opcode, worker, payload)));
        if (lost.isDone()) { // perhaps before the request was among those that were told
            request.answer().completeExceptionally(new AgentLost(lost.join()));
        }
        return request.answer();
    }

    /** The frame that an agent sends by itself when it is ready. */
    CompletableFuture<Frame> announced() {
        return announced;
    }

    /** Completed with the reason as soon as the line is of no use any more. */
    CompletableFuture<Diagnostic> lost() {
        return lost;
    }

    private synchronized void add(byte[] frame) {
        unsent.writeBytes(frame);
        if (unsent.size() > MOST_UNSENT) {
            flush();
        }
    }

    /** Sends what was not sent yet. */
    synchronized void flush() {
        ByteBuffer bytes = ByteBuffer.wrap(unsent.toByteArray());
        unsent.reset();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException failed) {
            end(AgentProblems.failed(failed));
        }
    }

    private void read() {
        FrameReader frames = new FrameReader(channel);
        try {
            Optional<Frame> frame = frames.next();
            while (frame.isPresent()) {
                deliver(frame.get());
                frame = frames.next();
            }
            end(AgentProblems.ended());
        } catch (WireException garbage) {
            end(garbage.diagnostic());
        } catch (IOException failed) {
            end(AgentProblems.failed(failed));
        } catch (AgentLost unexpected) {
            end(unexpected.diagnostic());
        }
    }

    private void deliver(Frame frame) {
        if (frame.sequence() == 0 && frame.opcode() == Opcode.HELLO) {
            announced.complete(frame);
            return;
        }
        if (frame.sequence() == 0 && frame.opcode() == Opcode.ERROR) {
            Refused refused = Refused.parse(frame.payload());
            throw new AgentLost(AgentProblems.misread(refused.refusal(), refused.detail()));
        }
        Request request = waiting.get(frame.sequence());
        if (request == null
                || frame.opcode() != request.opcode() && frame.opcode() != Opcode.ERROR) {
            throw new AgentLost(AgentProblems.unexpected(frame));
        }
        if (frame.opcode() == Opcode.ERROR) {
            Refused refused = Refused.parse(frame.payload());
            request.answer().completeExceptionally(refused.of(request));
        } else {
            request.answer().complete(frame);
        }
        // Only now: one whose answer makes no sense has to wait for the end of the line.
        waiting.remove(frame.sequence());
    }

    private void end(Diagnostic why) {
        lost.complete(why);
        AgentLost failure = new AgentLost(lost.join());
        announced.completeExceptionally(failure);
        waiting.values().forEach(request -> request.answer().completeExceptionally(failure));
        waiting.clear();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException nothingLeft) {
            // the reader sees the same, and ends the line
        }
    }

    /** What waits for an answer. */
    private record Request(String name, Opcode opcode, CompletableFuture<Frame> answer) {}

    /** The payload of an {@code ERROR}. */
    private record Refused(Refusal refusal, long detail) {
        static Refused parse(Bytes payload) {
            if (payload.size() != Integer.BYTES + Long.BYTES) {
                throw new AgentLost(AgentProblems.badPayload("with ERROR", payload.size()));
            }
            ByteBuffer bytes = ByteBuffer.wrap(payload.toArray()).order(ByteOrder.LITTLE_ENDIAN);
            Refusal refusal =
                    Refusal.of(bytes.getInt(0))
                            .orElseThrow(
                                    () ->
                                            new AgentLost(
                                                    AgentProblems.badPayload(
                                                            "with ERROR", payload.size())));
            return new Refused(refusal, bytes.getLong(4));
        }

        AgentRefused of(Request request) {
            return new AgentRefused(request.name(), refusal, detail);
        }
    }
}
