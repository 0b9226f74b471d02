package shop.products.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import shop.platform.json.Json;
import shop.platform.mongo.MongoRecords.Order;
import shop.products.domain.Availability;
import shop.products.domain.Filter;
import shop.products.domain.Product;
import shop.products.domain.SearchQuery;
import shop.products.domain.SearchSorting;
import shop.products.domain.Sorting;

/** How products are asked for, and the fields beside the record that the questions ride on. */
final class ProductQueries {

    private static final String BRAND = "details.brand";
    private static final String CATEGORIES = "details.categories";

    private ProductQueries() {}

    static void index(MongoCollection<Document> documents) {
        documents.createIndex(ascending("keys"), new IndexOptions().unique(true));
        for (var sort : List.of("_id", "price", "titleKey")) {
            for (var first : List.of("listed", "storeId")) documents.createIndex(ascending(fields(sort, first)));
            for (var second : List.of("storeId", CATEGORIES, BRAND)) {
                documents.createIndex(ascending(fields(sort, "listed", second)));
            }
        }
        for (var sort : List.of("rating.average", "sold")) documents.createIndex(ascending(fields(sort, "listed")));
        documents.createIndex(ascending("listed", "words", "_id"));
        documents.createIndex(ascending(CATEGORIES));
        documents.createIndex(ascending("unindexed", "storeId"), new IndexOptions().sparse(true));
        documents.createIndex(ascending("changedAt", "_id"));
    }

    private static List<String> fields(String sort, String... first) {
        var fields = new ArrayList<>(List.of(first));
        fields.add(sort);
        if (!sort.equals("_id")) fields.add("_id");
        return fields;
    }

    /** The document with the fields that are not the record's. */
    static Document beside(Document document, Product product) {
        return document.append("keys", keys(product))
                .append("price", product.lowestPrice().amount())
                .append("currency", product.currency())
                .append("titleKey", Words.folded(product.details().title()))
                .append("inStock", product.availability() != Availability.OUT_OF_STOCK)
                .append("words", Words.of(product));
    }

    /** What a store's SKUs are unique by. */
    private static List<String> keys(Product product) {
        return product.details().variants().stream()
                .map(variant -> key(product.storeId(), variant.sku()))
                .toList();
    }

    static String key(String storeId, String sku) {
        return storeId + ":" + sku;
    }

    static Bson of(Filter filter) {
        var all = new ArrayList<Bson>();
        if (filter.listed()) all.add(eq("listed", true));
        if (filter.listed() && !filter.hidden().isEmpty()) all.add(nin("storeId", filter.hidden()));
        filter.storeId().ifPresent(storeId -> all.add(eq("storeId", storeId)));
        if (filter.categories().size() == 1)
            all.add(eq(CATEGORIES, filter.categories().getFirst()));
        if (filter.categories().size() > 1) all.add(in(CATEGORIES, filter.categories()));
        filter.brand().ifPresent(brand -> all.add(eq(BRAND, brand)));
        filter.status().ifPresent(status -> all.add(eq("details.status", Json.name(status))));
        filter.minPrice().ifPresent(price -> all.add(gte("price", price)));
        filter.maxPrice().ifPresent(price -> all.add(lte("price", price)));
        filter.currency().ifPresent(currency -> all.add(eq("currency", currency)));
        if (filter.inStock()) all.add(eq("inStock", true));
        return all.isEmpty() ? new Document() : and(all);
    }

    static Bson of(List<String> words, SearchQuery query) {
        var all = new ArrayList<>(List.of(of(query.filter())));
        for (var word : words) all.add(regex("words", "^" + Pattern.quote(Words.folded(word))));
        query.minRating().ifPresent(stars -> all.add(gte("rating.average", stars)));
        query.attributes()
                .forEach((name, value) ->
                        all.add(elemMatch("details.attributes", and(eq("name", name), eq("value", value)))));
        return and(all);
    }

    static Order order(SearchSorting sorting) {
        return switch (sorting) {
            case RELEVANCE, NEWEST -> Order.newestFirst();
            case CHEAPEST -> order(Sorting.CHEAPEST);
            case DEAREST -> order(Sorting.DEAREST);
            case BEST_RATED -> new Order("rating.average", true);
            case MOST_SOLD -> new Order("sold", true);
        };
    }

    static Order order(Sorting sorting) {
        return switch (sorting) {
            case OLDEST -> new Order("_id", false); // ids are time-ordered
            case NEWEST -> Order.newestFirst();
            case CHEAPEST -> new Order("price", false);
            case DEAREST -> new Order("price", true);
            case TITLE -> new Order("titleKey", false);
        };
    }
}
