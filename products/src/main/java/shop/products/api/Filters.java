package shop.products.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import shop.platform.Money;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.products.domain.Filter;
import shop.products.domain.ProductStatus;

/** The filters that lists and searches share. */
final class Filters {

    private Filters() {}

    static Route on(Route route) {
        return route.query("storeId", "Only of this store")
                .query("category", "Only in this category, or one below it, by its slug")
                .query("brand", "Only of this brand, to the letter")
                .query("minPrice", Long.class, "Only what costs that much at least, in minor units")
                .query("maxPrice", Long.class, "Only what costs that much at most, in minor units")
                .query("currency", "Only what is sold in this currency, ISO 4217")
                .query("inStock", List.of("true", "false"), "true: only what can be ordered right now");
    }

    static Filter of(Context ctx) {
        return new Filter(
                false,
                Set.of(),
                Http.query(ctx, "storeId"),
                Http.query(ctx, "category").map(List::of).orElse(List.of()),
                Http.query(ctx, "brand"),
                Http.query(ctx, "status", ProductStatus.class),
                price(ctx, "minPrice"),
                price(ctx, "maxPrice"),
                currency(ctx),
                Http.query(ctx, "inStock").filter("true"::equals).isPresent());
    }

    private static OptionalLong price(Context ctx, String name) {
        var price = Http.query(ctx, name, Long::valueOf);
        if (price.filter(amount -> amount < 0).isPresent()) throw Http.parameter(name, "must not be below 0");
        return price.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private static Optional<String> currency(Context ctx) {
        var currency = Http.query(ctx, "currency");
        if (currency.isPresent() && !Money.isCurrency(currency.get())) {
            throw Http.parameter("currency", "must be an ISO 4217 code");
        }
        return currency;
    }
}
