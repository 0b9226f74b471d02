package shop.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** The only address the embedded stores listen on, and its ports. */
public final class Loopback {

    static final String ADDRESS = "127.0.0.1";

    /** Where no system takes the ports of outgoing connections from: one of those may come between choosing and using. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES = 100;

    private Loopback() {}

    /** A port that is free now and stays so, unless somebody asks for this very one. */
    public static int freePort() {
        for (int i = 1; ; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try {
                return bound(port);
            } catch (IOException e) {
                if (i == TRIES) throw new UncheckedIOException(e);
            }
        }
    }

    static InetSocketAddress socketAt(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), port);
    }

    /** The wanted port, or any free one for 0; a taken one is an {@link IllegalStateException} that says whose it is. */
    static int port(String store, int wanted) {
        if (wanted == 0) return freePort();
        try {
            return bound(wanted);
        } catch (BindException e) {
            throw new IllegalStateException(
                    "%s does not start: port %d of %s is taken".formatted(store, wanted, ADDRESS), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int bound(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // what only lingers from an earlier run is not in the way
            socket.bind(socketAt(port));
            return socket.getLocalPort();
        }
    }
}
