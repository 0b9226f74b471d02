package shop.products.elastic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.apache.http.HttpHost;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.platform.Failure;
import shop.platform.json.Json;
import shop.products.domain.Product;
import tools.jackson.databind.JsonNode;

/** The connection to Elasticsearch. While it is away, or has no index, everything is {@link Failure#unavailable}. */
public final class Elastic implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Elastic.class);
    private static final int CONNECTING = 1_000; // milliseconds
    private static final int ANSWERING = 10_000;
    private static final int CONFLICT = 409;

    private final RestClient rest;
    private final ElasticsearchClient client;
    private final Clock clock;

    private Elastic(RestClient rest, Clock clock) {
        this.rest = rest;
        this.client = new ElasticsearchClient(new RestClientTransport(rest, new JacksonJsonpMapper()));
        this.clock = clock;
    }

    /** Connects when first asked. */
    public static Elastic at(URI address, Clock clock) {
        var rest = RestClient.builder(HttpHost.create(address.toString()))
                .setRequestConfigCallback(
                        config -> config.setConnectTimeout(CONNECTING).setSocketTimeout(ANSWERING))
                .build();
        return new Elastic(rest, clock);
    }

    long now() {
        return clock.millis();
    }

    boolean hasAlias(String alias) {
        return asking(
                () -> client.indices().existsAlias(each -> each.name(alias)).value());
    }

    /** False when there is one of this name already. */
    boolean create(String name, String alias) {
        var settings = settings();
        try {
            return asking(() -> client.indices()
                    .create(index -> {
                        index.index(name).withJson(new StringReader(settings));
                        if (!alias.isEmpty()) index.aliases(alias, any -> any);
                        return index;
                    })
                    .acknowledged());
        } catch (ElasticsearchException e) {
            if (e.getMessage() != null && e.getMessage().contains("resource_already_exists")) return false;
            throw e;
        }
    }

    private static String settings() {
        try (var file = requireNonNull(Elastic.class.getResourceAsStream("index.json"))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All at once: no search sees both, or none. */
    void swap(String alias, String next) {
        var before = asking(() ->
                client.indices().getAlias(each -> each.name(alias)).result().keySet());
        asking(() -> client.indices().updateAliases(update -> {
            before.forEach(old -> update.actions(
                    action -> action.remove(each -> each.index(old).alias(alias))));
            return update.actions(action -> action.add(each -> each.index(next).alias(alias)));
        }));
        asking(() -> client.indices().delete(each -> each.index(List.copyOf(before))));
    }

    void write(String index, boolean alias, Collection<Product> products) {
        if (products.isEmpty()) return;
        var bulk = new BulkRequest.Builder().index(index).requireAlias(alias);
        for (var product : products) {
            var json = Json.TOLERANT.writeValueAsString(SearchDocument.of(product));
            bulk.operations(each -> each.index(one -> one.id(product.id())
                    .version((long) product.version())
                    .versionType(VersionType.External)
                    .document(JsonData.fromJson(json))));
        }
        var request = bulk.build();
        for (var item : asking(() -> client.bulk(request)).items()) {
            if (item.error() == null || item.status() == CONFLICT) continue; // a newer one is there
            LOG.warn("{} is not indexed: {}", item.id(), item.error().reason());
            throw Failure.unavailable("Elasticsearch");
        }
    }

    JsonNode search(String index, String body) {
        return ask("POST", "/" + index + "/_search", body);
    }

    JsonNode ask(String method, String path, String body) {
        return asking(() -> {
            var request = new Request(method, path);
            if (!body.isEmpty()) request.setJsonEntity(body);
            try (var content = rest.performRequest(request).getEntity().getContent()) {
                return Json.TOLERANT.readTree(content);
            }
        });
    }

    public boolean answers() {
        try {
            return asking(() -> client.ping().value());
        } catch (Failure failure) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException;
    }

    private static <T> T asking(Question<T> question) {
        try {
            return question.ask();
        } catch (ResponseException e) {
            var status = e.getResponse().getStatusLine().getStatusCode();
            if (status == 400) throw new IllegalStateException("Elasticsearch does not understand us", e);
            LOG.warn("Elasticsearch answers {}", status);
            throw Failure.unavailable("Elasticsearch");
        } catch (IOException e) {
            LOG.warn("Elasticsearch does not answer: {}", e.toString());
            throw Failure.unavailable("Elasticsearch");
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
