package shop.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * One connection that is kept, and bytes that are ready: a client that takes next to nothing of the processors it shares
 * with the server. Knows as much of HTTP/1.1 as a service of this house says.
 */
final class Wire implements Load.Client, AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final Supplier<byte[]> request;
    private final int wanted;
    private int status;
    private byte[] body = new byte[0];

    private Wire(Socket socket, Supplier<byte[]> request, int wanted) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 16_384);
        this.request = request;
        this.wanted = wanted;
    }

    static Wire get(int port, String path, String token) throws IOException {
        var request = ("GET " + path + " HTTP/1.1\r\n" + headers(token) + "\r\n").getBytes(UTF_8);
        return sending(port, () -> request, 200);
    }

    static Wire post(int port, String path, String json, int wanted) throws IOException {
        var request = post(path, "", "", json);
        return sending(port, () -> request, wanted);
    }

    /**
     * One that may send something else each time.
     *
     * @param wanted the status of a good answer
     */
    static Wire sending(int port, Supplier<byte[]> request, int wanted) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return new Wire(socket, request, wanted);
    }

    /**
     * A whole request.
     *
     * @param key its Idempotency-Key; may be empty
     */
    static byte[] post(String path, String token, String key, String json) {
        var head = "POST " + path + " HTTP/1.1\r\n" + headers(token)
                + (key.isEmpty() ? "" : "Idempotency-Key: " + key + "\r\n")
                + "Content-Type: application/json\r\nContent-Length: " + json.getBytes(UTF_8).length + "\r\n\r\n";
        return (head + json).getBytes(UTF_8);
    }

    private static String headers(String token) {
        return "Host: localhost\r\nUser-Agent: bench\r\n"
                + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n");
    }

    @Override
    public boolean ask() throws IOException {
        socket.getOutputStream().write(request.get());
        var first = line();
        var length = -1;
        var chunked = false;
        for (var header = lower(); !header.isEmpty(); header = lower()) {
            if (header.startsWith("content-length:"))
                length = Integer.parseInt(header.substring(15).strip());
            if (header.startsWith("transfer-encoding:")) chunked = header.endsWith("chunked");
        }
        if (length < 0 && !chunked) throw new IOException("an answer of unknown length: " + first);
        body = chunked ? chunks() : in.readNBytes(length);
        status = Integer.parseInt(first.split(" ")[1]);
        return status == wanted;
    }

    /** That of the latest answer. */
    int status() {
        return status;
    }

    /** The latest answer. */
    String text() {
        return new String(body, UTF_8);
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String lower() throws IOException {
        return line().toLowerCase(Locale.ROOT);
    }

    private String line() throws IOException {
        var text = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("the server hung up after " + text);
            if (c != '\r') text.append((char) (c & 0xff));
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
