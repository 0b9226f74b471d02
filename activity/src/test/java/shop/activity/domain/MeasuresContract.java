package shop.activity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.activity.domain.Measure.Series;
import shop.activity.domain.Measures.Total;

/** What all measures keep. Noon is that of Wednesday, 2 January 2030. */
public abstract class MeasuresContract {

    private static final Instant WEDNESDAY = Instant.parse("2030-01-02T00:00:00Z");
    private static final Instant MONDAY = Instant.parse("2029-12-31T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2030-01-01T00:00:00Z");
    private static final Span DAYS = new Span(Interval.DAY, MONDAY, Instant.parse("2030-01-03T00:00:00Z"));

    protected abstract Measures measures();

    @Test
    void theSameCauseCountsOnce() {
        measures().add(List.of(Measure.one(Series.ORDERS, "e1", NOON), Measure.one(Series.ORDERS, "e1", NOON)));
        measures().add(List.of(Measure.one(Series.ORDERS, "e1", NOON), Measure.one(Series.ORDERS, "e2", NOON)));

        assertThat(measures().sums(Series.ORDERS, DAYS)).isEqualTo(Map.of(WEDNESDAY, List.of(new Total("", "", 2))));
        assertThat(measures().sums(Series.LOGINS, DAYS)).isEmpty();
    }

    @Test
    void sumsAreByIntervalAndKey() {
        measures()
                .add(List.of(
                        Measure.some(Series.REVENUE, "EUR", "", 100, "e1", NOON),
                        Measure.some(Series.REVENUE, "EUR", "", 50, "e2", TUESDAY),
                        Measure.some(Series.REVENUE, "JPY", "", 7, "e3", NOON),
                        Measure.some(Series.REVENUE, "EUR", "", 5_000_000_000L, "e4", NOON)));

        var days = measures().sums(Series.REVENUE, DAYS);
        assertThat(days.get(WEDNESDAY))
                .containsExactlyInAnyOrder(new Total("EUR", "", 5_000_000_100L), new Total("JPY", "", 7));
        assertThat(days.get(TUESDAY)).containsExactly(new Total("EUR", "", 50));
        assertThat(measures().sums(Series.REVENUE, with(Interval.WEEK)).keySet())
                .containsExactly(MONDAY);
        assertThat(measures().sums(Series.REVENUE, with(Interval.HOUR)).keySet())
                .containsExactlyInAnyOrder(NOON, TUESDAY);
    }

    @Test
    void aSpanEndsBeforeItsEnd() {
        measures().add(List.of(Measure.one(Series.ORDERS, "e1", NOON)));

        assertThat(measures().sums(Series.ORDERS, new Span(Interval.DAY, MONDAY, NOON)))
                .isEmpty();
        assertThat(measures().sums(Series.ORDERS, new Span(Interval.DAY, NOON, NOON.plusMillis(1))))
                .hasSize(1);
    }

    @Test
    void visitorsAreCountedOnceInEachInterval() {
        for (var hour : List.of(NOON, NOON.plus(Duration.ofHours(3)), TUESDAY)) see("ann", hour);
        see("bob", NOON);

        assertThat(measures().visitors(Series.ACTIVE, DAYS)).isEqualTo(Map.of(WEDNESDAY, 2L, TUESDAY, 1L));
        assertThat(measures().visitors(Series.ACTIVE, with(Interval.WEEK))).isEqualTo(Map.of(MONDAY, 2L));
    }

    @Test
    void visitorsOfTheHourInWhichASpanBeginsCount() {
        see("ann", NOON.plusSeconds(60));

        var span = new Span(Interval.HOUR, NOON.plusSeconds(30), NOON.plusSeconds(90));
        assertThat(measures().visitors(Series.ACTIVE, span)).isEqualTo(Map.of(NOON, 1L));
    }

    @Test
    void visitorsAreCountedByKey() {
        for (var visitor : List.of("ann", "bob")) step(visitor, Step.PRODUCT_VIEWED);
        step("ann", Step.PRODUCT_ADDED);
        step("ann", Step.PRODUCT_ADDED);

        assertThat(measures().visitorsByKey(Series.FUNNEL, DAYS))
                .isEqualTo(Map.of("PRODUCT_VIEWED", 2L, "PRODUCT_ADDED", 1L));
    }

    @Test
    void theTopIsSortedAndCut() {
        measures()
                .add(List.of(
                        Measure.some(Series.PRODUCTS, "tea", "Green tea", 2, "e1", NOON),
                        Measure.some(Series.PRODUCTS, "tea", "Green tea", 2, "e2", NOON),
                        Measure.some(Series.PRODUCTS, "cup", "Cup", 3, "e2", NOON),
                        Measure.some(Series.PRODUCTS, "pot", "Pot", 3, "e2", NOON)));

        assertThat(measures().top(Series.PRODUCTS, DAYS, 2))
                .containsExactly(new Total("tea", "Green tea", 4), new Total("cup", "Cup", 3));
    }

    @Test
    void whoIsForgottenIsStillOne() {
        see("ann", NOON);
        see("ann", NOON.plus(Duration.ofHours(1)));
        see("bob", NOON);

        measures().forget("ann");
        see("ann", NOON); // comes late, and again

        assertThat(measures().visitors(Series.ACTIVE, DAYS)).isEqualTo(Map.of(WEDNESDAY, 2L));
    }

    @Test
    void whatIsMadeOfBehaviourExpiresWithIt() {
        var end = NOON.plus(Duration.ofDays(1));
        measures().add(List.of(Measure.seen(Series.ACTIVE, "", "ann", NOON, Optional.of(end))));
        see("bob", NOON);

        measures().sweep(end.minusMillis(1));
        assertThat(measures().visitors(Series.ACTIVE, DAYS)).isEqualTo(Map.of(WEDNESDAY, 2L));
        measures().sweep(end);
        assertThat(measures().visitors(Series.ACTIVE, DAYS)).isEqualTo(Map.of(WEDNESDAY, 1L));
    }

    private void see(String visitor, Instant at) {
        measures().add(List.of(Measure.seen(Series.ACTIVE, "", visitor, at, Optional.empty())));
    }

    private void step(String visitor, Step step) {
        measures().add(List.of(Measure.seen(Series.FUNNEL, step.name(), visitor, NOON, Optional.empty())));
    }

    private static Span with(Interval interval) {
        return new Span(interval, DAYS.from(), DAYS.to());
    }
}
