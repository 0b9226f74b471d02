package shop.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.platform.app.Env;

class ReviewsConfigTest {

    @Test
    void everybodyMayReviewUnlessToldOtherwise() {
        assertThat(ReviewsConfig.from(new Env(Map.of()))).isEqualTo(new ReviewsConfig(false));
        assertThat(ReviewsConfig.from(new Env(Map.of("REVIEWS_REQUIRE_PURCHASE", "true"))))
                .isEqualTo(new ReviewsConfig(true));
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> ReviewsConfig.from(new Env(Map.of("REVIEWS_REQUIRE_PURCHASE", "perhaps"))))
                .hasMessageContaining("REVIEWS_REQUIRE_PURCHASE");
    }
}
