package shop.products;

import java.net.URI;
import java.time.Duration;
import shop.platform.app.Env;

/**
 * What can be set.
 *
 * @param lowStock how many are few, where a seller has not said otherwise
 * @param largestImport how many bytes a file may have
 * @param elasticsearch where the search engine is
 * @param index the alias of the search index
 * @param searching how long a search waits for that engine before the database answers
 * @param cached how long a copy of a product is kept in Redis, more or less
 */
record ProductsConfig(
        int lowStock, long largestImport, URI elasticsearch, String index, Duration searching, Duration cached) {

    static ProductsConfig from(Env env) {
        return new ProductsConfig(
                env.integer("PRODUCTS_LOW_STOCK", 5),
                (long) env.integer("PRODUCTS_IMPORT_MEGABYTES", 1_024) << 20,
                env.uri("ELASTICSEARCH_URL", "http://elasticsearch:9200"),
                env.or("ELASTICSEARCH_INDEX", "products"),
                env.duration("ELASTICSEARCH_PATIENCE", Duration.ofSeconds(2)),
                env.duration("PRODUCTS_CACHED", Duration.ofSeconds(10)));
    }
}
