package probity.linux.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import probity.linux.wire.Frame;
import probity.linux.wire.Opcode;
import probity.linux.wire.Wire;
import probity.spi.Bytes;

/** The other end of a line, which does what a test wants with each request. */
public final class FakeAgent implements ByteChannel {
    private static final byte[] END = {};
    private static final int HEADER = 16;
    private static final int CHECKSUM = 4;

    private final BlockingQueue<byte[]> sent = new LinkedBlockingQueue<>();
    private final List<Request> requests = new ArrayList<>();
    private final Consumer<Request> behaviour;
    private ByteBuffer current = ByteBuffer.allocate(0);
    private boolean ended;

    /** Does this with each request. */
    public FakeAgent(Consumer<Request> behaviour) {
        this.behaviour = behaviour;
    }

    /** A request as it came. */
    public record Request(int sequence, int opcode, int worker, ByteBuffer payload) {}

    /** Answers a request. */
    public void answer(Request request, Opcode opcode, byte[] payload) {
        send(new Frame(request.sequence(), opcode, true, request.worker(), Bytes.of(payload)));
    }

    /** Answers a request. */
    public void result(Request request, long result) {
        answer(
                request,
                request.opcode() == 5 ? Opcode.SPAWN : Opcode.CALL,
                bytes(8).putLong(result).array());
    }

    void refuse(Request request, int code, long detail) {
        answer(request, Opcode.ERROR, bytes(12).putInt(code).putLong(detail).array());
    }

    void send(Frame frame) {
        sent.add(Wire.encode(frame));
    }

    void sendRaw(byte[] bytes) {
        sent.add(bytes);
    }

    void end() {
        sent.add(END);
    }

    List<Request> requests() {
        return requests;
    }

    public static ByteBuffer bytes(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public int write(ByteBuffer frames) {
        int size = frames.remaining();
        ByteBuffer copy = bytes(size).put(frames).flip();
        while (copy.hasRemaining()) {
            Request request = next(copy);
            requests.add(request);
            behaviour.accept(request);
        }
        return size;
    }

    private static Request next(ByteBuffer frames) {
        int at = frames.position();
        byte[] payload = new byte[frames.getInt(at + 4)];
        frames.get(at + HEADER, payload);
        frames.position(at + HEADER + payload.length + CHECKSUM);
        return new Request(
                frames.getInt(at + 8),
                frames.getShort(at + 12),
                frames.getShort(at + 14),
                ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN));
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        try {
            if (!current.hasRemaining()) {
                byte[] next = ended ? END : sent.take();
                ended = next == END;
                current = ByteBuffer.wrap(next);
            }
        } catch (InterruptedException interrupted) {
            throw new ClosedChannelException();
        }
        if (ended) {
            return -1;
        }
        int size = Math.min(into.remaining(), current.remaining());
        into.put(current.slice(current.position(), size));
        current.position(current.position() + size);
        return size;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        end();
    }
}
