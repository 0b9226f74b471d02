package shop.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.http.RateLimits.RouteClass;
import shop.platform.redis.RedisRateLimits.Limit;
import shop.platform.testing.TestRedis;

class RedisRateLimitsTest {

    private final String caller = UUID.randomUUID().toString();
    private final RedisRateLimits limits =
            new RedisRateLimits(TestRedis.redis(), Map.of(RouteClass.AUTH, new Limit(3, Duration.ofHours(1))));

    @AfterEach
    void close() {
        limits.close();
    }

    @Test
    void theQuotaIsCountedDownAndThenRefused() {
        for (int left = 2; left >= 0; left--) {
            var count = limits.count(RouteClass.AUTH, caller).orElseThrow();
            assertThat(count.remaining()).isEqualTo(left);
            assertThat(count.retryAfter()).isEmpty();
        }
        assertThat(limits.count(RouteClass.AUTH, caller).orElseThrow().retryAfter())
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20)));
        assertThat(limits.count(RouteClass.AUTH, caller + "-other")
                        .orElseThrow()
                        .retryAfter())
                .isEmpty();
    }

    @Test
    void allInstancesCountTogether() {
        try (var another =
                new RedisRateLimits(TestRedis.redis(), Map.of(RouteClass.AUTH, new Limit(3, Duration.ofHours(1))))) {
            limits.count(RouteClass.AUTH, caller);
            assertThat(another.count(RouteClass.AUTH, caller).orElseThrow().remaining())
                    .isEqualTo(1);
        }
    }

    @Test
    void aClassWithoutALimitIsNotCounted() {
        assertThat(limits.count(RouteClass.DEFAULT, caller)).isEmpty();
    }

    @Test
    void whenNobodyCanCountRequestsPass() {
        var gone = new RedisRateLimits(TestRedis.redis(), Map.of(RouteClass.AUTH, new Limit(1, Duration.ofHours(1))));
        gone.close();

        assertThat(gone.count(RouteClass.AUTH, caller)).isEmpty();
    }

    @Test
    void limitsAreWrittenAsTheyAreSaid() {
        assertThat(Limit.parse("600/1m")).contains(new Limit(600, Duration.ofMinutes(1)));
        assertThat(Limit.parse("off")).isEmpty();
        assertThatThrownBy(() -> Limit.parse("many")).hasMessageContaining("600/1m");
    }
}
