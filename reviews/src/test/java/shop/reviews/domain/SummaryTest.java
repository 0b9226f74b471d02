package shop.reviews.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void theAverageHasTwoDecimals() {
        assertThat(new Summary("tea", List.of(1, 0, 0, 0, 2), 0, 1).average()).isEqualTo(3.67);
        assertThat(new Summary("tea", List.of(0, 1, 0, 0, 1), 0, 1).average()).isEqualTo(3.5);
        assertThat(Summary.none("tea").average()).isZero();
    }

    @Test
    void theVersionIsNotWhatItSays() {
        var summary = new Summary("tea", List.of(1, 0, 0, 0, 2), 1, 1);
        assertThat(summary.count()).isEqualTo(3);
        assertThat(summary.sameAs(new Summary("tea", List.of(1, 0, 0, 0, 2), 1, 7)))
                .isTrue();
        assertThat(summary.sameAs(new Summary("tea", List.of(1, 0, 0, 0, 2), 2, 1)))
                .isFalse();
    }
}
