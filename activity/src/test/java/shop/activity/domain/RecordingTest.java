package shop.activity.domain;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.activity.domain.EntryFixture.audit;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import shop.activity.domain.Measure.Series;

/** An event whose handler died half way comes again, and is whole then. */
class RecordingTest {

    private static final Span DAY = new Span(Interval.DAY, Interval.DAY.start(NOON), NOON.plusSeconds(1));

    private final InMemoryTrail trail = new InMemoryTrail();
    private final InMemoryMeasures measures = new InMemoryMeasures();
    private final Forgotten forgotten = new InMemoryForgotten();
    private final Forgetting forgetting =
            new Forgetting(new InMemoryEntries(), forgotten, measures, Clock.fixed(NOON, UTC));
    private final Recording recording = new Recording(trail, measures, forgetting);

    @Test
    void whatDiedBeforeCountingCountsAtTheNextTry() {
        assertThatThrownBy(() -> recording.record(audit("e1"), () -> {
                    throw new IllegalStateException("dies here");
                }))
                .hasMessage("dies here");
        assertThat(entries()).isEqualTo(1);

        for (int i = 0; i < 2; i++) recording.record(audit("e1"), () -> List.of(order("e1")));

        assertThat(entries()).isEqualTo(1);
        assertThat(measures.sums(Series.ORDERS, DAY).values()).containsExactly(List.of(new Measures.Total("", "", 1)));
    }

    @Test
    void whoActsIsActive() {
        recording.record(audit("e1"), List::of);

        assertThat(measures.named()).containsExactly("ann");
    }

    @Test
    void whoHasGoneIsNotNamedByWhatComesLate() {
        forgetting.forget("ann");

        recording.record(audit("e1"), List::of);

        assertThat(measures.named()).hasSize(1).doesNotContain("ann");
    }

    private long entries() {
        return new Verifying(trail).verify().entries();
    }

    private static Measure order(String event) {
        return Measure.one(Series.ORDERS, event, NOON);
    }
}
