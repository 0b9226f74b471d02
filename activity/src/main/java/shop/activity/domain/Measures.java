package shop.activity.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What statistics are made of. */
public interface Measures {

    /** A total of one key: of a currency, of a product. */
    record Total(String key, String label, long value) {}

    /** Adds those that are not there yet. */
    void add(List<Measure> some);

    /** What each interval adds up to, by key; intervals without anything are left out. */
    Map<Instant, List<Total>> sums(Measure.Series series, Span span);

    /** How many different visitors each interval saw; intervals without any are left out. */
    Map<Instant, Long> visitors(Measure.Series series, Span span);

    /** How many different visitors were seen by key. */
    Map<String, Long> visitorsByKey(Measure.Series series, Span span);

    /** The keys that add up to most. */
    List<Total> top(Measure.Series series, Span span, int limit);

    /** From now on this person is somebody, but still one. */
    void forget(String person);

    void sweep(Instant now);
}
