package shop.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The only address the embedded stores listen on, and its ports. */
final class Loopback {

    static final String ADDRESS = "127.0.0.1";

    private Loopback() {}

    static InetSocketAddress socketAt(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), port);
    }

    /** The wanted port, or any free one for 0; a taken one is an {@link IllegalStateException} that says whose it is. */
    static int port(String store, int wanted) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // what only lingers from an earlier run is not in the way
            socket.bind(socketAt(wanted));
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new IllegalStateException(
                    "%s does not start: port %d of %s is taken".formatted(store, wanted, ADDRESS), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
