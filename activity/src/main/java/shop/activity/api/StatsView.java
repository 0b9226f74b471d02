package shop.activity.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.activity.domain.Counting.Bucket;
import shop.activity.domain.Counting.Taken;
import shop.activity.domain.Interval;
import shop.activity.domain.Measures.Total;
import shop.activity.domain.Span;
import shop.activity.domain.Step;

@Schema(description = "A metric over time, or over a time: it has buckets, items or steps")
record StatsView(
        @Schema(description = "What was asked for", example = "orders")
        Metric metric,

        @Schema(description = "How time is divided", example = "day")
        Interval interval,

        @Schema(description = "Where it begins", example = "2030-01-01T00:00:00.000Z")
        Instant from,

        @Schema(description = "Where it ends", example = "2030-01-31T00:00:00.000Z")
        Instant to,

        @Schema(description = "Each interval, those without anything too; not for top_products and funnel")
        Optional<List<BucketView>> buckets,

        @Schema(description = "top_products: what was ordered most")
        Optional<List<TopProduct>> items,

        @Schema(description = "funnel: how many people took each step")
        Optional<List<FunnelStep>> steps) {

    @Schema(description = "An interval")
    record BucketView(
            @Schema(description = "When it begins, in UTC", example = "2030-01-02T00:00:00.000Z")
            Instant start,

            @Schema(description = "A number; for revenue an amount in minor units by currency", example = "12")
            Object value) {}

    @Schema(description = "A product that was ordered")
    record TopProduct(
            @Schema(description = "The product", example = "prd_01m1c2jv00e8e8qfx9b2d3n401")
            String productId,

            @Schema(description = "What it is called", example = "Green tea")
            String title,

            @Schema(description = "How many were ordered", example = "17")
            long quantity) {}

    @Schema(description = "A step on the way to an order")
    record FunnelStep(
            @Schema(description = "What it is called", example = "product_viewed")
            Step name,

            @Schema(description = "How many people took it, or devices where nobody was signed in", example = "40")
            long count) {}

    static StatsView buckets(Metric metric, Span span, List<? extends Bucket<?>> buckets) {
        var views = buckets.stream()
                .map(each -> new BucketView(each.start(), each.value()))
                .toList();
        return of(metric, span, Optional.of(views), Optional.empty(), Optional.empty());
    }

    static StatsView products(Metric metric, Span span, List<Total> totals) {
        var views = totals.stream()
                .map(each -> new TopProduct(each.key(), each.label(), each.value()))
                .toList();
        return of(metric, span, Optional.empty(), Optional.of(views), Optional.empty());
    }

    static StatsView funnel(Metric metric, Span span, List<Taken> steps) {
        var views = steps.stream()
                .map(each -> new FunnelStep(each.step(), each.people()))
                .toList();
        return of(metric, span, Optional.empty(), Optional.empty(), Optional.of(views));
    }

    private static StatsView of(
            Metric metric,
            Span span,
            Optional<List<BucketView>> buckets,
            Optional<List<TopProduct>> items,
            Optional<List<FunnelStep>> steps) {
        return new StatsView(metric, span.interval(), span.from(), span.to(), buckets, items, steps);
    }
}
