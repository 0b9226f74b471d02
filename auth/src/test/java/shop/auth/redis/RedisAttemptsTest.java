package shop.auth.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import shop.auth.domain.Attempts;
import shop.auth.domain.AttemptsContract;
import shop.platform.embedded.EmbeddedRedis;
import shop.platform.testing.TestRedis;

class RedisAttemptsTest extends AttemptsContract {

    private final Attempts attempts = new RedisAttempts(TestRedis.redis(), QUICK);

    @Override
    protected Attempts attempts() {
        return attempts;
    }

    @Test
    void withoutRedisEverybodyMayTry() {
        var server = EmbeddedRedis.start();
        var gone = TestRedis.connect(server.uri());
        server.close();
        var alone = new RedisAttempts(gone, QUICK);
        var attempt = new Attempts.Attempt(UUID.randomUUID().toString(), "nowhere");

        for (int i = 0; i < 10; i++) alone.failed(attempt);

        assertThat(alone.begin(attempt)).isEmpty();
        gone.close();
    }

    @Test
    void namesAreNotKeptInClear() {
        var name = UUID.randomUUID() + "@example.com";
        attempts.failed(new Attempts.Attempt(name, "192.0.2.1"));

        assertThat(TestRedis.redis().connection().sync().keys("*" + name + "*")).isEmpty();
    }
}
