package shop.products.domain;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import shop.platform.Page;

/**
 * What somebody looks for.
 *
 * @param minRating average stars at least
 * @param attributes each by its value
 */
public record SearchQuery(
        Optional<String> text,
        Filter filter,
        OptionalDouble minRating,
        Map<String, String> attributes,
        SearchSorting sorting,
        Page.Request page) {

    public SearchQuery {
        attributes = Map.copyOf(attributes);
    }

    static SearchQuery of(Filter filter, int limit) {
        return new SearchQuery(
                Optional.empty(),
                filter,
                OptionalDouble.empty(),
                Map.of(),
                SearchSorting.RELEVANCE,
                Page.Request.first(limit));
    }

    SearchQuery with(Filter other) {
        return new SearchQuery(text, other, minRating, attributes, sorting, page);
    }

    SearchQuery on(Page.Request other) {
        return new SearchQuery(text, filter, minRating, attributes, sorting, other);
    }

    boolean admits(Product product) {
        return product.rating().average() >= minRating.orElse(0)
                && attributes.entrySet().stream()
                        .allMatch(wanted -> wanted.getValue()
                                .equals(product.details().attributes().get(wanted.getKey())));
    }
}
