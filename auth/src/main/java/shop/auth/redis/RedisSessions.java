package shop.auth.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.auth.domain.LiveSessions;
import shop.platform.redis.Redis;

/** Live sessions in Redis, for a moment each. While Redis is away nobody remembers, and the database is asked. */
public final class RedisSessions implements LiveSessions {

    private static final Logger LOG = LoggerFactory.getLogger(RedisSessions.class);
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final Redis redis;

    public RedisSessions(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Optional<String> owner(String sessionId) {
        try {
            return Optional.ofNullable(redis.connection().sync().get(key(sessionId)));
        } catch (RedisException e) {
            LOG.debug("Redis is away: sessions are looked up in the database ({})", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public void remember(String sessionId, String accountId) {
        try {
            redis.connection().sync().set(key(sessionId), accountId, SetArgs.Builder.px(REMEMBERED));
        } catch (RedisException e) {
            LOG.debug("Redis is away: a session is not remembered ({})", e.toString());
        }
    }

    @Override
    public void forget(String sessionId) {
        try {
            redis.connection().sync().del(key(sessionId));
        } catch (RedisException e) {
            LOG.debug("Redis is away: nothing to forget ({})", e.toString());
        }
    }

    private static String key(String sessionId) {
        return "session:" + sessionId;
    }
}
