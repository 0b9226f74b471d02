package shop.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import shop.platform.json.Json;

/** Hears a person's notifications live, over SSE. */
final class Listener implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> types = new CopyOnWriteArrayList<>();
    private final BufferedReader lines;
    private volatile boolean closed;

    Listener(int port, Person person) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/notifications/stream"))
                .header("Authorization", "Bearer " + person.client().name())
                .header("Accept", "text/event-stream")
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) throw new IllegalStateException("stream: " + response.statusCode());
            lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Thread.startVirtualThread(this::listen);
    }

    private void listen() {
        try {
            lines.lines()
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> Json.TOLERANT
                            .readTree(line.substring(5))
                            .path("type")
                            .asString())
                    .forEach(types::add);
        } catch (UncheckedIOException e) {
            if (!closed) throw e;
        }
    }

    /** The types heard so far, in their order. */
    List<String> types() {
        return List.copyOf(types);
    }

    @Override
    public void close() {
        closed = true;
        http.shutdownNow();
    }
}
