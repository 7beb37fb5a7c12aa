package probity.linux.guest;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** A socket that QEMU connects to when it starts, so that nobody has to try until it listens. */
final class Listener implements AutoCloseable {
    private final ServerSocketChannel server;

    private Listener(ServerSocketChannel server) {
        this.server = server;
    }

    static Listener at(Path path) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            return new Listener(server.bind(UnixDomainSocketAddress.of(path)));
        } catch (IOException refused) {
            server.close();
            throw refused;
        }
    }

    /** Waits for QEMU; an {@link IOException} if this is closed meanwhile. */
    SocketChannel accept() throws IOException {
        return server.accept();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException nothingLeft) {
            // nobody can connect any more, which is what was wanted
        }
    }
}
