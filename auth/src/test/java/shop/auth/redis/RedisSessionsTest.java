package shop.auth.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import shop.auth.domain.LiveSessions;
import shop.platform.Id;
import shop.platform.embedded.EmbeddedRedis;
import shop.platform.redis.RedisRevocations;
import shop.platform.testing.TestPlatform;
import shop.platform.testing.TestRedis;

class RedisSessionsTest {

    private final LiveSessions live = new RedisSessions(TestRedis.redis());
    private final String session = Id.next("ses", TestPlatform.NOON);

    @Test
    void whatIsRememberedIsForgottenWhenTheSessionEnds() {
        var endings = new RedisEndings(new RedisRevocations(TestRedis.redis()), live);
        assertThat(live.owner(session)).isEmpty();
        live.remember(session, "usr_1");
        assertThat(live.owner(session)).contains("usr_1");
        assertThat(endings.announced(session)).isFalse();

        endings.announce(session);

        assertThat(live.owner(session)).isEmpty();
        assertThat(endings.announced(session)).isTrue();
    }

    @Test
    void nothingIsRememberedForLong() {
        live.remember(session, "usr_1");

        assertThat(TestRedis.redis().connection().sync().ttl("session:" + session))
                .isBetween(1L, 30L);
    }

    @Test
    void withoutRedisNobodyRemembers() {
        var server = EmbeddedRedis.start();
        var gone = TestRedis.connect(server.uri());
        server.close();
        var alone = new RedisSessions(gone);

        alone.remember(session, "usr_1");
        alone.forget(session);

        assertThat(alone.owner(session)).isEmpty();
        gone.close();
    }
}
