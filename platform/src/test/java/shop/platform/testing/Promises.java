package shop.platform.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import shop.platform.json.Json;
import shop.platform.testing.Client.Reply;

/**
 * What the OpenAPI documents of a server promise, for holding its answers against. A server that publishes none promises
 * nothing, and nobody is held to a path that no document has.
 */
public final class Promises {

    private static final Map<Integer, List<Promised>> BY_PORT = new ConcurrentHashMap<>();

    /** Every test opens a server, and writing a document takes longer than most tests: services of a name write it once. */
    private static final Map<String, Promised> BY_SERVICE = new ConcurrentHashMap<>();

    private Promises() {}

    /** Throws an {@link AssertionError} that names route, status and place when the answer is not what was promised. */
    static void hold(int port, String method, String path, Reply reply) {
        var faults = faults(port, method, path, reply);
        if (!faults.isEmpty()) throw new AssertionError(String.join("\n", faults) + "\n" + reply.body());
    }

    /** What is wrong with an answer, a line for each thing; nothing when it is as promised. */
    public static List<String> faults(int port, String method, String path, Reply reply) {
        var at = path.split("\\?", 2)[0];
        return promised(port).stream()
                .flatMap(each -> each.faults(method, at, reply).stream())
                .toList();
    }

    private static List<Promised> promised(int port) {
        var known = BY_PORT.get(port);
        if (known != null) return known;
        try {
            var read = read(port);
            BY_PORT.put(port, read);
            return read;
        } catch (IOException gone) {
            return List.of(); // a server that was killed right after its answer
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Promised> read(int port) throws IOException, InterruptedException {
        var urls = Json.TOLERANT.readTree(text(port, "/docs/config.json")).path("urls");
        var alone = urls.size() == 1;
        var all = new ArrayList<Promised>();
        for (var url : urls) {
            var service = url.path("name").asString() + (alone ? " alone" : "");
            var known = BY_SERVICE.get(service);
            all.add(known == null ? read(service, text(port, url.path("url").asString()), alone) : known);
        }
        return all;
    }

    private static Promised read(String service, String text, boolean alone) {
        var document = Json.TOLERANT.readTree(text);
        var promised = new Promised(document, alone);
        if (document.has("paths")) BY_SERVICE.put(service, promised);
        return promised;
    }

    private static String text(int port, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        var response = Client.http().send(request, BodyHandlers.ofString());
        return response.statusCode() == 200 ? response.body() : "{}";
    }
}
