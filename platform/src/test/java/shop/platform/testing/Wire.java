package shop.platform.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import shop.platform.json.Json;
import tools.jackson.databind.JsonNode;

/** HTTP as bytes, for requests that no client library would send. Each takes a connection of its own. */
public record Wire(int port) {

    private static final int PATIENCE_MILLIS = 60_000;

    /** An answer as it came; status 0 when the server hung up without one. */
    public record Raw(int status, String head, String body) {

        /** A header's value; nothing when it is not there. */
        public String header(String name) {
            var begin = name.toLowerCase(Locale.ROOT) + ":";
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(begin))
                    .map(line -> line.substring(begin.length()).strip())
                    .findFirst()
                    .orElse("");
        }

        /** The body, which has to be JSON. */
        public JsonNode json() {
            return Json.TOLERANT.readTree(body);
        }
    }

    /** Sends parts one after the other, closes this end, and reads until the server closes the other. */
    public Raw send(byte[]... parts) {
        try (var socket = open()) {
            write(socket, List.of(parts));
            return parsed(read(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection on which one may say what one likes as slowly as one likes. */
    public Socket open() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** What is answered until the server closes its end. */
    public static Raw answer(Socket socket) throws IOException {
        return parsed(read(socket));
    }

    /** The same with characters up to U+00FF, each one byte. */
    public Raw send(String request) {
        return send(request.getBytes(ISO_8859_1));
    }

    /** A server that has heard enough may answer and hang up while we still talk. */
    private static void write(Socket socket, List<byte[]> parts) {
        try {
            for (var part : parts) socket.getOutputStream().write(part);
            socket.shutdownOutput();
        } catch (IOException refused) {
            return; // whatever it said before is still to be read
        }
    }

    private static String read(Socket socket) throws IOException {
        var answer = new ByteArrayOutputStream();
        var buffer = new byte[8_192];
        try {
            for (int length; (length = socket.getInputStream().read(buffer)) >= 0; ) answer.write(buffer, 0, length);
        } catch (java.net.SocketTimeoutException hangs) {
            throw hangs;
        } catch (IOException reset) {
            return answer.toString(ISO_8859_1); // what it had said by then
        }
        return answer.toString(ISO_8859_1);
    }

    private static Raw parsed(String answer) {
        if (answer.isEmpty()) return new Raw(0, "", "");
        var end = answer.indexOf("\r\n\r\n");
        var head = answer.substring(0, end);
        var body = answer.substring(end + 4);
        return new Raw(Integer.parseInt(head.substring(9, 12)), head, body);
    }
}
