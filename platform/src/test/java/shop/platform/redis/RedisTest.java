package shop.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Cable;
import shop.platform.testing.TestRedis;

class RedisTest {

    private final Cable cable = Cable.to(TestRedis.uri());
    private final Redis redis = TestRedis.connect(cable.uri());

    @AfterEach
    void close() {
        redis.close();
        cable.close();
    }

    @Test
    void whatIsAwayIsNotWaitedFor() {
        cable.cut();
        refusesAtOnce();
        comesBack();
    }

    @Test
    void whatIsSilentIsNotWaitedForEither() {
        cable.freeze();
        assertThat(redis.answers()).isFalse();
        refusesAtOnce();
        comesBack();
    }

    @Test
    void whoHasNothingToSayKeepsTheConnection() {
        var quiet = redis.listening();
        quiet.sync().subscribe("nothing-" + System.nanoTime());
        await().pollDelay(Unanswered.PATIENCE.plusMillis(500)).until(() -> true);
        assertThat(quiet.isOpen()).isTrue();
        assertThat(redis.answers()).isTrue();
    }

    private void refusesAtOnce() {
        await().until(() -> !redis.connection().isOpen());
        assertThatThrownBy(() -> redis.connection().sync().get("anything"))
                .isInstanceOf(RedisException.class)
                .hasMessageContaining("rejected");
    }

    private void comesBack() {
        cable.mend();
        await().until(redis::answers);
    }
}
