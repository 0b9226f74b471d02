package shop.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * One connection that is kept, and bytes that are ready: a client that takes next to nothing of the processors it shares
 * with the server. Knows as much of HTTP/1.1 as a service of this house says.
 */
final class Wire implements Load.Client {

    private final Socket socket;
    private final InputStream in;
    private final byte[] request;
    private final int status;
    private byte[] body = new byte[0];

    private Wire(Socket socket, byte[] request, int status) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 16_384);
        this.request = request;
        this.status = status;
    }

    static Wire get(int port, String path, String token) throws IOException {
        return connected(port, "GET " + path + " HTTP/1.1\r\n" + headers(token) + "\r\n", 200);
    }

    static Wire post(int port, String path, String json, int status) throws IOException {
        var length = json.getBytes(UTF_8).length;
        var head = "POST " + path + " HTTP/1.1\r\n" + headers("") + "Content-Type: application/json\r\nContent-Length: "
                + length + "\r\n\r\n";
        return connected(port, head + json, status);
    }

    private static String headers(String token) {
        return "Host: localhost\r\nUser-Agent: bench\r\n"
                + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n");
    }

    private static Wire connected(int port, String request, int status) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return new Wire(socket, request.getBytes(UTF_8), status);
    }

    @Override
    public boolean ask() throws IOException {
        socket.getOutputStream().write(request);
        var first = line();
        var length = -1;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        if (length < 0) throw new IOException("an answer of unknown length: " + first);
        body = in.readNBytes(length);
        return first.startsWith("HTTP/1.1 " + status);
    }

    /** The latest answer. */
    String text() {
        return new String(body, UTF_8);
    }

    private String line() throws IOException {
        var text = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("the server hung up after " + text);
            if (c != '\r') text.append((char) (c & 0xff));
        }
        return text.toString();
    }
}
