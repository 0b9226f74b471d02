package shop.products.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Role.PUBLIC;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.post;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import shop.platform.Page;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.products.api.SearchViews.DriftView;
import shop.products.api.SearchViews.FacetsView;
import shop.products.api.SearchViews.ReindexView;
import shop.products.api.SearchViews.SearchView;
import shop.products.api.SearchViews.SuggestionsView;
import shop.products.domain.Indexing;
import shop.products.domain.SearchQuery;
import shop.products.domain.SearchSorting;
import shop.products.domain.Searching;

/** Finding products, and looking after the search index. */
public final class SearchRoutes implements Routes {

    private static final String ATTRIBUTE = "attr.";
    private static final int SUGGESTED = 10;
    private static final int MOST_ATTRIBUTES = 10;
    private static final Map<String, SearchSorting> SORTS = Map.of(
            "relevance", SearchSorting.RELEVANCE,
            "price", SearchSorting.CHEAPEST,
            "-price", SearchSorting.DEAREST,
            "-createdAt", SearchSorting.NEWEST,
            "-rating", SearchSorting.BEST_RATED,
            "-sold", SearchSorting.MOST_SOLD);

    private final Searching searching;
    private final Indexing indexing;

    public SearchRoutes(Searching searching, Indexing indexing) {
        this.searching = searching;
        this.indexing = indexing;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Filters.on(get("/products/search", this::search))
                        .by(PUBLIC, CUSTOMER)
                        .says("Search products")
                        .details(
                                "Forgives typing mistakes. Without the search engine it still answers, `degraded`: by whole words"
                                        + " and their beginnings, without facets, and counts up to 1,000.")
                        .query("q", "What to look for")
                        .query("status", List.of("draft", "active", "archived"), "Only these; in one's own store")
                        .query("minRating", Double.class, "Average stars at least")
                        .query("attr.*", "Only with this value of an attribute: attr.origin=Japan")
                        .query(
                                "sort",
                                List.of("relevance", "price", "-price", "-createdAt", "-rating", "-sold"),
                                "relevance")
                        .query("limit", Integer.class, "How many at most, 1 to 100; 20")
                        .query("cursor", "The `next` of the page before")
                        .answers(200, SearchView.class)
                        .refuses(400, "invalid_cursor")
                        .refuses(403, "forbidden"),
                get("/products/suggest", this::suggest)
                        .by(PUBLIC)
                        .says("Complete what somebody types")
                        .query("q", "What was typed so far")
                        .answers(200, SuggestionsView.class),
                post("/products/search/reindex", this::reindex)
                        .by(ADMIN)
                        .says("Fill a new search index and swap it in")
                        .answers(200, ReindexView.class)
                        .refuses(409, "reindex_running"),
                get("/products/search/drift", this::drift)
                        .by(ADMIN)
                        .says("Compare the search index with the products")
                        .query("repair", List.of("true", "false"), "true: mend what differs")
                        .answers(200, DriftView.class));
    }

    private void search(Context ctx) {
        var rating = Http.query(ctx, "minRating", Double::valueOf);
        if (rating.filter(stars -> !(stars >= 0 && stars <= 5)).isPresent()) {
            throw Http.parameter("minRating", "must be between 0 and 5");
        }
        var query = new SearchQuery(
                Http.query(ctx, "q").filter(text -> !text.isBlank()),
                Filters.of(ctx),
                rating.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                attributes(ctx),
                Http.query(ctx, "sort").map(SORTS::get).orElse(SearchSorting.RELEVANCE),
                Http.page(ctx));
        var found = searching.search(query, Callers.of(ctx));
        ctx.json(new SearchView(
                found.items().stream().map(ProductView::of).toList(),
                Http.next(ctx, new Page<>(List.of(), found.next())).orElse(null),
                found.total(),
                FacetsView.of(found.facets()),
                found.degraded(),
                found.didYouMean()));
    }

    private static Map<String, String> attributes(Context ctx) {
        var wanted = new HashMap<String, String>();
        ctx.queryParamMap().forEach((name, values) -> {
            if (name.startsWith(ATTRIBUTE)) wanted.put(name.substring(ATTRIBUTE.length()), values.getFirst());
        });
        if (wanted.size() > MOST_ATTRIBUTES) throw Http.parameter("attr.*", "are " + MOST_ATTRIBUTES + " at most");
        return wanted;
    }

    private void suggest(Context ctx) {
        var typed = Http.query(ctx, "q").orElse("").strip();
        ctx.json(SuggestionsView.of(typed.isEmpty() ? List.of() : searching.suggest(typed, SUGGESTED)));
    }

    private void reindex(Context ctx) {
        ctx.json(new ReindexView(indexing.rebuild()));
    }

    private void drift(Context ctx) {
        ctx.json(DriftView.of(indexing.compare(
                Http.query(ctx, "repair").filter("true"::equals).isPresent())));
    }
}
