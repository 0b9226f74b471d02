package shop.products.elastic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.http.HttpHost;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NStringEntity;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.platform.Failure;
import shop.platform.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * The connection to Elasticsearch. While it is away everything is {@link Failure#unavailable}; after a question without an
 * answer nobody waits for another for a second.
 */
public final class Elastic implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Elastic.class);
    private static final String NAME = "Elasticsearch";
    private static final int CONNECTING = 1_000; // milliseconds
    private static final int WRITING = 30_000;
    private static final int CONNECTIONS = 64;
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();
    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;

    private final RestClient rest;
    private final RequestOptions impatient;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile long askedInVain = System.nanoTime() - PAUSE;

    private Elastic(RestClient rest, Duration searching) {
        this.rest = rest;
        var patience = RequestConfig.custom()
                .setConnectTimeout(CONNECTING)
                .setSocketTimeout((int) searching.toMillis())
                .build();
        this.impatient =
                RequestOptions.DEFAULT.toBuilder().setRequestConfig(patience).build();
    }

    /**
     * Connects when first asked.
     *
     * @param searching how long somebody who searches waits for an answer
     */
    public static Elastic at(URI address, Duration searching) {
        var rest = RestClient.builder(HttpHost.create(address.toString()))
                .setRequestConfigCallback(
                        config -> config.setConnectTimeout(CONNECTING).setSocketTimeout(WRITING))
                .setHttpClientConfigCallback(
                        http -> http.setMaxConnPerRoute(CONNECTIONS).setMaxConnTotal(CONNECTIONS))
                .build();
        return new Elastic(rest, searching);
    }

    /** The answer; what is asked of has to be there. */
    JsonNode ask(String method, String path, String body) {
        return find(method, path, body).orElseThrow(() -> Failure.unavailable("the search index"));
    }

    /** The answer, or nothing where there is nothing of this name. */
    Optional<JsonNode> find(String method, String path, String body) {
        return asking(new Request(method, path), body);
    }

    /** The answer to somebody who waits for it. */
    JsonNode search(String path, String body) {
        var request = new Request("POST", path);
        request.setOptions(impatient);
        return asking(request, body).orElseThrow(() -> Failure.unavailable("the search index"));
    }

    private Optional<JsonNode> asking(Request request, String body) {
        if (System.nanoTime() - askedInVain < PAUSE) throw Failure.unavailable(NAME);
        if (!body.isEmpty()) request.setEntity(new NStringEntity(body, ContentType.APPLICATION_JSON));
        try {
            var answer = read(rest.performRequest(request));
            if (away.getAndSet(false)) LOG.info("Elasticsearch answers again");
            return Optional.of(answer);
        } catch (ResponseException e) {
            return refused(request, e);
        } catch (IOException e) {
            askedInVain = System.nanoTime();
            if (!away.getAndSet(true)) LOG.warn("Elasticsearch does not answer: {}", e.toString());
            throw Failure.unavailable(NAME);
        }
    }

    private static JsonNode read(Response response) throws IOException {
        try (var content = response.getEntity().getContent()) {
            return Json.TOLERANT.readTree(content);
        }
    }

    private static Optional<JsonNode> refused(Request request, ResponseException e) {
        var status = e.getResponse().getStatusLine().getStatusCode();
        if (status == NOT_FOUND) return Optional.empty();
        if (status == BAD_REQUEST) throw new IllegalStateException("Elasticsearch does not understand us", e);
        LOG.warn("Elasticsearch answers {} to {} {}", status, request.getMethod(), request.getEndpoint());
        throw Failure.unavailable(NAME);
    }

    public boolean answers() {
        try {
            ask("GET", "/", "");
            return true;
        } catch (Failure failure) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            rest.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
