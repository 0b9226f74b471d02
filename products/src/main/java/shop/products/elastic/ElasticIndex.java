package shop.products.elastic;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import shop.platform.Failure;
import shop.platform.json.Json;
import shop.products.domain.Product;
import shop.products.domain.SearchIndex;
import shop.products.domain.SearchQuery;
import shop.products.domain.Suggestion;
import tools.jackson.databind.JsonNode;

/**
 * The search index in Elasticsearch 7.17 or 8.x, behind an alias. A document's version is its product's, so that news out
 * of order never replaces newer news.
 */
public final class ElasticIndex implements SearchIndex, AutoCloseable {

    private final Elastic elastic;
    private final String alias;
    private final AtomicBoolean prepared = new AtomicBoolean();

    public ElasticIndex(Elastic elastic, String alias) {
        this.elastic = elastic;
        this.alias = alias;
    }

    @Override
    public boolean prepare() {
        if (prepared.get()) return false;
        var created = !elastic.hasAlias(alias) && elastic.create(alias + "-initial", alias);
        prepared.set(true);
        return created;
    }

    @Override
    public Hits search(SearchQuery query) {
        return SearchAnswers.hits(ask(SearchJson.search(query)), query.page().limit());
    }

    @Override
    public List<Suggestion> suggest(String beginning, int limit) {
        return SearchAnswers.suggestions(ask(SearchJson.suggest(beginning, limit)), beginning, limit);
    }

    private JsonNode ask(String body) {
        try {
            return elastic.search(alias, body);
        } catch (Failure failure) {
            prepared.set(false); // it may have lost the index with the rest
            throw failure;
        }
    }

    @Override
    public void write(Collection<Product> products) {
        try {
            elastic.write(alias, true, products);
        } catch (Failure failure) {
            prepared.set(false);
            throw failure;
        }
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
        var body = Json.TOLERANT.writeValueAsString(Map.of(
                "size",
                limit,
                "_source",
                false,
                "query",
                Map.of("range", Map.of("id", Map.of("gt", id))),
                "sort",
                List.of(Map.of("id", "asc"))));
        return ask(body)
                .at("/hits/hits")
                .valueStream()
                .map(hit -> hit.path("_id").asString())
                .toList();
    }

    @Override
    public Rebuild rebuild() {
        var name = alias + "-" + elastic.now();
        if (!elastic.create(name, "")) throw Failure.conflict("reindex_running", "a new index is being filled already");
        return new Rebuild() {
            @Override
            public void write(Collection<Product> products) {
                elastic.write(name, false, products);
            }

            @Override
            public void swap() {
                elastic.ask("POST", "/" + name + "/_refresh", "");
                elastic.swap(alias, name);
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
