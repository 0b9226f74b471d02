package shop.activity.api;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.activity.domain.Criteria;
import shop.activity.domain.Kind;
import shop.platform.http.Http;
import shop.platform.http.Route;

/** Which part of the log is asked for, as query parameters. */
final class Filters {

    private Filters() {}

    static Route on(Route route) {
        return route.query("class", List.of("audit", "behaviour"), "Only entries of this class")
                .query("actor", "Only what this person, or this service, did")
                .query("target", "Only what was done to the thing with this id")
                .query("type", "Only entries of this type: `order.placed`, `Product Added`")
                .query("from", Instant.class, "Only what occurred at this time or later")
                .query("to", Instant.class, "Only what occurred before this time");
    }

    static Criteria criteria(Context ctx) {
        return new Criteria(
                Http.query(ctx, "class", Kind.class),
                Http.query(ctx, "actor"),
                Http.query(ctx, "target"),
                Http.query(ctx, "type"),
                Optional.empty(),
                Http.time(ctx, "from"),
                Http.time(ctx, "to"));
    }
}
