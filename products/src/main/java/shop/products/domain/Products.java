package shop.products.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shop.platform.Page;

/** All products; a change is kept together with the events it causes, or not at all. */
public interface Products {

    Optional<Product> find(String id);

    /** Those of them that are there, in any order. */
    List<Product> findAll(Collection<String> ids);

    Optional<Product> findBySku(String storeId, String sku);

    Page<Product> page(Filter filter, Sorting sorting, Page.Request request);

    /** Products that hold all these words, or words that begin so, and are what else is asked for. */
    Page<Product> matching(List<String> words, SearchQuery query);

    /** How many those are, counted up to a limit. */
    long count(List<String> words, SearchQuery query, int most);

    /** Those of a store that have one of these SKUs, in any order. */
    List<Product> findBySkus(String storeId, Collection<String> skus);

    /** A product as it is to be kept, and what that causes. */
    record Write(Product product, List<ProductEvent> events) {}

    /** Adds many at once; says the ids of those that are not there now, as another product has one of their SKUs. */
    Set<String> addAll(List<Write> first);

    /** Keeps the next version of many at once; false when somebody has moved one of them on: then others may be kept. */
    boolean replaceAll(List<Write> next);

    /** Fails as a conflict when another product of the store has one of its SKUs. */
    void add(Product product, ProductEvent... events);

    /** Keeps the next version; fails as stale when somebody else has moved the product on. */
    void replace(Product next, ProductEvent... events);

    boolean anyIn(String category);

    /** Corrects which active products of a store are listed; says how many were not as they should be. */
    long list(String storeId, boolean published);

    /** Those whose latest version the search index may not have yet. */
    List<Product> unindexed(int limit);

    boolean unindexedIn(String storeId);

    /** The index has these versions now. */
    void indexed(Collection<Product> products);

    /** Makes the index take these again. */
    void index(Collection<String> ids);

    /** All products by id, in steps. */
    List<Product> after(String id, int limit);

    /** What has changed since, by id, in steps; changes of the last moment may be missing. */
    List<Product> changedSince(Instant time, String afterId, int limit);
}
