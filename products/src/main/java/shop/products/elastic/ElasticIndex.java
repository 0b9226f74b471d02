package shop.products.elastic;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.platform.Failure;
import shop.platform.Id;
import shop.platform.json.Json;
import shop.products.domain.Product;
import shop.products.domain.SearchIndex;
import shop.products.domain.SearchQuery;
import tools.jackson.databind.JsonNode;

/**
 * The search index in Elasticsearch 7.17 or 8.x, behind an alias. A document's version is its product's, so that news out
 * of order never replaces newer news.
 */
public final class ElasticIndex implements SearchIndex, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ElasticIndex.class);
    private static final int CONFLICT = 409;

    private final Elastic elastic;
    private final String alias;
    private final Clock clock;
    private final AtomicBoolean seen = new AtomicBoolean();

    public ElasticIndex(Elastic elastic, String alias, Clock clock) {
        this.elastic = elastic;
        this.alias = alias;
        this.clock = clock;
    }

    @Override
    public boolean exists() {
        if (seen.get()) return true;
        seen.set(elastic.find("GET", "/_alias/" + alias, "").isPresent());
        return seen.get();
    }

    @Override
    public Hits search(SearchQuery query) {
        return SearchAnswers.hits(ask(SearchJson.search(query)), query.page().limit());
    }

    @Override
    public List<String> beginning(String text, Set<String> hidden, int limit) {
        return SearchAnswers.ids(ask(SearchJson.beginning(text, hidden, limit)));
    }

    private JsonNode ask(String body) {
        return watching(() -> elastic.search("/" + alias + "/_search", body));
    }

    /** A failure may mean that the index went with the rest. */
    private <T> T watching(Supplier<T> question) {
        try {
            return question.get();
        } catch (Failure failure) {
            seen.set(false);
            throw failure;
        }
    }

    @Override
    public void write(Collection<Product> products) {
        write(alias, products);
    }

    private void write(String target, Collection<Product> products) {
        if (products.isEmpty()) return;
        var lines = products.stream().map(ElasticIndex::lines).collect(Collectors.joining());
        // an alias, so that an index that has gone is never made anew by the way
        var answer = watching(() -> elastic.ask("POST", "/" + target + "/_bulk?require_alias=true", lines));
        for (var item : answer.path("items")) {
            var result = item.path("index");
            if (result.path("status").asInt() == CONFLICT
                    || result.path("error").isMissingNode()) continue;
            LOG.warn("{} is not indexed: {}", result.path("_id").asString(), result.path("error"));
            seen.set(false);
            throw Failure.unavailable("the search index");
        }
    }

    private static String lines(Product product) {
        var which = Map.of("_id", product.id(), "version", product.version(), "version_type", "external");
        return Json.TOLERANT.writeValueAsString(Map.of("index", which)) + "\n"
                + Json.TOLERANT.writeValueAsString(SearchDocument.of(product)) + "\n";
    }

    @Override
    public Versions versions(Collection<String> ids) {
        var body = Json.TOLERANT.writeValueAsString(Map.of("ids", ids));
        var answer = elastic.ask("POST", "/" + alias + "/_mget?_source=false", body);
        return new Versions(answer.path("docs")
                .valueStream()
                .filter(doc -> doc.path("found").asBoolean())
                .collect(Collectors.toMap(
                        doc -> doc.path("_id").asString(),
                        doc -> doc.path("_version").asLong())));
    }

    @Override
    public long count() {
        elastic.ask("POST", "/" + alias + "/_refresh", "");
        return elastic.ask("GET", "/" + alias + "/_count", "").path("count").asLong();
    }

    @Override
    public void remove(Collection<String> ids) {
        if (ids.isEmpty()) return;
        var lines = ids.stream()
                .map(id -> Json.TOLERANT.writeValueAsString(Map.of("delete", Map.of("_id", id))) + "\n")
                .collect(Collectors.joining());
        elastic.ask("POST", "/" + alias + "/_bulk", lines);
    }

    @Override
    public List<String> after(String id, int limit) {
        return SearchAnswers.ids(ask(SearchJson.after(id, limit)));
    }

    @Override
    public Rebuild rebuild() {
        var next = new NextIndex(elastic, alias, Id.next("", clock.instant()).substring(1));
        next.create();
        return new Rebuild() {
            @Override
            public void write(Collection<Product> products) {
                ElasticIndex.this.write(next.filling(), products);
            }

            @Override
            public void swap() {
                next.swap();
            }
        };
    }

    @Override
    public boolean answers() {
        return elastic.answers();
    }

    @Override
    public void close() {
        elastic.close();
    }
}
