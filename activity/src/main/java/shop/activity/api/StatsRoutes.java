package shop.activity.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.SUPPORT;
import static shop.platform.http.Route.get;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import shop.activity.domain.Counting;
import shop.activity.domain.Interval;
import shop.activity.domain.Measure.Series;
import shop.activity.domain.Span;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.platform.json.Json;

/** The log in figures. */
public final class StatsRoutes implements Routes {

    private static final int USUAL_BUCKETS = 30;

    private final Counting counting;
    private final Clock clock;

    public StatsRoutes(Counting counting, Clock clock) {
        this.counting = counting;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(get("/activity/stats", this::stats)
                .by(SUPPORT, ADMIN)
                .says("Ask for a metric")
                .details("`revenue` is what was paid, by currency, in minor units; refunds are not taken off. "
                        + "`top_products` and `funnel` are of the whole time; the funnel counts different people, and "
                        + "devices where nobody was signed in. All intervals are in UTC, weeks begin on Monday.")
                .query("metric", names(Metric.values()), "What to measure; required")
                .query("interval", names(Interval.values()), "How to divide time; `day` unless said")
                .query("from", Instant.class, "Where to begin; 30 intervals before the end unless said")
                .query("to", Instant.class, "Where to end; after the interval of now unless said")
                .answers(200, StatsView.class));
    }

    private void stats(Context ctx) {
        var metric = Http.query(ctx, "metric", Metric.class).orElseThrow(() -> Http.parameter("metric", "is required"));
        ctx.json(measured(metric, span(ctx)));
    }

    private StatsView measured(Metric metric, Span span) {
        return switch (metric) {
            case SIGNUPS -> counts(metric, Series.SIGNUPS, span);
            case LOGINS -> counts(metric, Series.LOGINS, span);
            case ORDERS -> counts(metric, Series.ORDERS, span);
            case REVIEWS -> counts(metric, Series.REVIEWS, span);
            case REVENUE -> StatsView.buckets(metric, span, counting.amounts(Series.REVENUE, span));
            case ACTIVE_USERS -> StatsView.buckets(metric, span, counting.people(span));
            case TOP_PRODUCTS -> StatsView.products(metric, span, counting.topProducts(span));
            case FUNNEL -> StatsView.funnel(metric, span, counting.funnel(span));
        };
    }

    private StatsView counts(Metric metric, Series series, Span span) {
        return StatsView.buckets(metric, span, counting.counts(series, span));
    }

    private Span span(Context ctx) {
        var interval = Http.query(ctx, "interval", Interval.class).orElse(Interval.DAY);
        var to = Http.time(ctx, "to").orElseGet(() -> interval.next(interval.start(clock.instant())));
        var from = Http.time(ctx, "from").orElseGet(() -> interval.before(to, USUAL_BUCKETS));
        var span = new Span(interval, from, to);
        if (span.isReasonable()) return span;
        throw Http.parameter("from", "must be before to, by " + Span.MOST_BUCKETS + " intervals at most");
    }

    private static List<String> names(Enum<?>... constants) {
        return Stream.of(constants).map(Json::name).toList();
    }
}
