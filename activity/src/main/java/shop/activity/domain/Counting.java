package shop.activity.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import shop.activity.domain.Measure.Series;
import shop.activity.domain.Measures.Total;

/** Answers in figures. */
public final class Counting {

    private static final int MOST_PRODUCTS = 20;

    /** What an interval adds up to. */
    public record Bucket<T>(Instant start, T value) {}

    /** How many people took a step. */
    public record Taken(Step step, long people) {}

    private final Measures measures;

    public Counting(Measures measures) {
        this.measures = measures;
    }

    /** How many there were in each interval, those without any included. */
    public List<Bucket<Long>> counts(Series series, Span span) {
        var sums = measures.sums(series, span);
        return buckets(span, start -> total(sums.getOrDefault(start, List.of())));
    }

    /** How much it was in each interval, by key. */
    public List<Bucket<Map<String, Long>>> amounts(Series series, Span span) {
        var sums = measures.sums(series, span);
        return buckets(span, start -> byKey(sums.getOrDefault(start, List.of())));
    }

    /** How many people there were in each interval. */
    public List<Bucket<Long>> people(Span span) {
        var seen = measures.visitors(Series.ACTIVE, span);
        return buckets(span, start -> seen.getOrDefault(start, 0L));
    }

    public List<Total> topProducts(Span span) {
        return measures.top(Series.PRODUCTS, span, MOST_PRODUCTS);
    }

    /** How many people took each step, whatever else they did. */
    public List<Taken> funnel(Span span) {
        var seen = measures.visitorsByKey(Series.FUNNEL, span);
        return Stream.of(Step.values())
                .map(step -> new Taken(step, seen.getOrDefault(step.name(), 0L)))
                .toList();
    }

    private static <T> List<Bucket<T>> buckets(Span span, Function<Instant, T> value) {
        return span.starts().stream()
                .map(start -> new Bucket<>(start, value.apply(start)))
                .toList();
    }

    private static long total(List<Total> totals) {
        return totals.stream().mapToLong(Total::value).sum();
    }

    private static Map<String, Long> byKey(List<Total> totals) {
        var amounts = new TreeMap<String, Long>();
        totals.forEach(total -> amounts.put(total.key(), total.value()));
        return amounts;
    }
}
