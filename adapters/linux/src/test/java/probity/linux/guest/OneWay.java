package probity.linux.guest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Pipe;

/** The host's end of a line to which nobody listens: what is written is lost. */
record OneWay(Pipe pipe) implements ByteChannel {
    @Override
    public int read(ByteBuffer into) throws IOException {
        return pipe.source().read(into);
    }

    @Override
    public int write(ByteBuffer from) {
        int size = from.remaining();
        from.position(from.limit());
        return size;
    }

    @Override
    public boolean isOpen() {
        return pipe.source().isOpen();
    }

    @Override
    public void close() throws IOException {
        pipe.source().close();
    }
}
