package shop.products.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The search engine. Whatever it can't do right now is {@link shop.platform.Failure.Kind#UNAVAILABLE}. */
public interface SearchIndex {

    /**
     * What was found, by id.
     *
     * @param next the position after the last one; empty at the end
     */
    record Hits(List<String> ids, Optional<String> next, long total, Facets facets, Optional<String> didYouMean) {}

    /** Where an index differs from the products. */
    record Versions(Map<String, Long> byId) {}

    /** Whether there is one to be searched; else it has to be built anew. */
    boolean exists();

    Hits search(SearchQuery query);

    /** Ids of products with a word that begins so in their title, brand or categories, but of none of these stores. */
    List<String> beginning(String text, Set<String> hidden, int limit);

    /** Takes these as they are now; a newer one that is there already stays. */
    void write(Collection<Product> products);

    /** Which versions it has of these. */
    Versions versions(Collection<String> ids);

    long count();

    void remove(Collection<String> ids);

    /** Ids it has beyond this one, in order. */
    List<String> after(String id, int limit);

    /** A new index that nobody searches yet. */
    Rebuild rebuild();

    boolean answers();

    /** An index being filled. */
    interface Rebuild {
        void write(Collection<Product> products);

        /** Every search sees it from now on, at once; the one before it is gone. */
        void swap();
    }
}
