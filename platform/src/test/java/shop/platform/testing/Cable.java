package shop.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The wire between a client and the server it needs; a test cuts or freezes it, and mends it. */
public final class Cable implements AutoCloseable {

    private final URI server;
    private final ServerSocket door;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean cut;
    private volatile CompletableFuture<Void> flowing = CompletableFuture.completedFuture(null);

    private Cable(URI server, ServerSocket door) {
        this.server = server;
        this.door = door;
        carriers.execute(this::accept);
    }

    /** A whole one to a server whose address names its port. */
    public static Cable to(String uri) {
        try {
            return new Cable(URI.create(uri), new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the server at this end of the wire. */
    public String uri() {
        return server.toString().replace(server.getHost() + ":" + server.getPort(), "127.0.0.1:" + door.getLocalPort());
    }

    /** Ends all connections, and every new one, until it is mended. */
    public void cut() {
        cut = true;
        ends.forEach(Cable::end);
        ends.clear();
    }

    /** Lets everybody connect and say what they like, and lets nothing through, until it is mended. */
    public void freeze() {
        flowing = new CompletableFuture<>();
    }

    public void mend() {
        cut = false;
        flowing.complete(null);
    }

    private void accept() {
        try {
            while (true) {
                var near = door.accept();
                if (cut) end(near);
                else join(near);
            }
        } catch (SocketException closed) {
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void join(Socket near) throws IOException {
        var far = new Socket(server.getHost(), server.getPort());
        ends.add(near);
        ends.add(far);
        carriers.execute(() -> carry(near, far));
        carriers.execute(() -> carry(far, near));
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            var bytes = new byte[8_192];
            for (int length; (length = from.getInputStream().read(bytes)) >= 0; ) {
                flowing.join();
                to.getOutputStream().write(bytes, 0, length);
            }
        } catch (IOException gone) {
            end(to); // one end is gone: so is the other
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
        flowing.complete(null);
        carriers.close();
    }
}
