package shop.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.platform.app.Env;

class ActivityConfigTest {

    @Test
    void everythingHasADefault() {
        assertThat(ActivityConfig.from(new Env(Map.of()))).isEqualTo(new ActivityConfig(Duration.ofDays(180)));
    }

    @Test
    void everythingCanBeSet() {
        assertThat(ActivityConfig.from(new Env(Map.of("ACTIVITY_RETENTION", "30d"))))
                .isEqualTo(new ActivityConfig(Duration.ofDays(30)));
    }
}
