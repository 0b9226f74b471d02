package shop.activity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void weeksBeginOnMonday() {
        assertThat(Interval.WEEK.start(at("2030-01-02T12:00:00Z"))).isEqualTo(at("2029-12-31T00:00:00Z"));
        assertThat(Interval.WEEK.start(at("2029-12-31T00:00:00Z"))).isEqualTo(at("2029-12-31T00:00:00Z"));
        assertThat(Interval.WEEK.start(at("2029-12-30T23:59:59.999Z"))).isEqualTo(at("2029-12-24T00:00:00Z"));
    }

    @Test
    void itsIntervalsCoverIt() {
        var span = new Span(Interval.DAY, at("2030-01-01T23:00:00Z"), at("2030-01-03T00:00:00Z"));

        assertThat(span.starts()).containsExactly(at("2030-01-01T00:00:00Z"), at("2030-01-02T00:00:00Z"));
    }

    @Test
    void anEmptyOrEndlessSpanIsNotReasonable() {
        var start = at("2030-01-01T00:00:00Z");

        assertThat(new Span(Interval.DAY, start, start).isReasonable()).isFalse();
        assertThat(new Span(Interval.DAY, start, start.plusMillis(1)).isReasonable())
                .isTrue();
        var end = Interval.HOUR.before(start, -Span.MOST_BUCKETS);
        assertThat(new Span(Interval.HOUR, start, end).isReasonable()).isTrue();
        assertThat(new Span(Interval.HOUR, start, end.plusMillis(1)).isReasonable())
                .isFalse();
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
