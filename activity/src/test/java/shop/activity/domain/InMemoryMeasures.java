package shop.activity.domain;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Measures in memory. */
public final class InMemoryMeasures implements Measures {

    private final Map<String, Measure> all = new LinkedHashMap<>();

    @Override
    public synchronized void add(List<Measure> some) {
        some.forEach(measure -> all.putIfAbsent(measure.id(), measure));
    }

    @Override
    public synchronized Map<Instant, List<Total>> sums(Measure.Series series, Span span) {
        var sums = new HashMap<Instant, List<Total>>();
        within(series, span.from(), span.to())
                .collect(groupingBy(each -> start(each, span), groupingBy(Measure::key, summingLong(Measure::value))))
                .forEach((start, keys) -> keys.forEach((key, value) ->
                        sums.computeIfAbsent(start, _ -> new ArrayList<>()).add(new Total(key, "", value))));
        return sums;
    }

    @Override
    public synchronized Map<Instant, Long> visitors(Measure.Series series, Span span) {
        return distinct(series, span, each -> start(each, span));
    }

    @Override
    public synchronized Map<String, Long> visitorsByKey(Measure.Series series, Span span) {
        return distinct(series, span, Measure::key);
    }

    @Override
    public synchronized List<Total> top(Measure.Series series, Span span, int limit) {
        var totals = new HashMap<String, Total>();
        within(series, span.from(), span.to())
                .map(each -> new Total(each.key(), each.label(), each.value()))
                .forEach(each -> totals.merge(each.key(), each, InMemoryMeasures::both));
        return totals.values().stream()
                .sorted(comparing(Total::value, Comparator.<Long>reverseOrder()).thenComparing(Total::key))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void forget(String person) {
        var somebody = "gone:" + all.size() + person.hashCode();
        all.replaceAll((id, each) -> each.visitor().stream().anyMatch(person::equals) ? by(each, somebody) : each);
    }

    @Override
    public synchronized void sweep(Instant now) {
        all.values().removeIf(each -> each.expiresAt().stream().anyMatch(end -> !end.isAfter(now)));
    }

    /** Whom the measures name. */
    public synchronized List<String> named() {
        return all.values().stream().flatMap(each -> each.visitor().stream()).toList();
    }

    private Stream<Measure> within(Measure.Series series, Instant from, Instant to) {
        return all.values().stream()
                .filter(each -> each.series() == series)
                .filter(each -> !each.at().isBefore(from) && each.at().isBefore(to));
    }

    private <K> Map<K, Long> distinct(Measure.Series series, Span span, Function<Measure, K> by) {
        var seen = new HashMap<K, HashSet<String>>();
        within(series, Interval.HOUR.start(span.from()), span.to())
                .forEach(each -> seen.computeIfAbsent(by.apply(each), _ -> new HashSet<>())
                        .add(each.visitor().orElseThrow()));
        var counts = new HashMap<K, Long>();
        seen.forEach((key, visitors) -> counts.put(key, (long) visitors.size()));
        return counts;
    }

    private static Instant start(Measure measure, Span span) {
        return switch (span.interval()) {
            case HOUR -> measure.hour();
            case DAY -> measure.day();
            case WEEK -> measure.week();
        };
    }

    private static Total both(Total one, Total other) {
        var label = one.label().compareTo(other.label()) < 0 ? other.label() : one.label();
        return new Total(one.key(), label, one.value() + other.value());
    }

    private static Measure by(Measure m, String somebody) {
        return new Measure(
                m.id(),
                m.series(),
                m.key(),
                m.label(),
                m.value(),
                Optional.of(somebody),
                m.at(),
                m.hour(),
                m.day(),
                m.week(),
                m.expiresAt());
    }
}
