package shop.platform.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.platform.security.Revocations;

/** Ended sessions, remembered in Redis as long as an access token of theirs may live. */
public final class RedisRevocations implements Revocations {

    private static final Logger LOG = LoggerFactory.getLogger(RedisRevocations.class);
    private static final Duration REMEMBERED = Duration.ofMinutes(15); // a token's life and the clocks' skew

    private final Redis redis;

    public RedisRevocations(Redis redis) {
        this.redis = redis;
    }

    @Override
    public boolean revoked(String sessionId) {
        try {
            return redis.connection().sync().exists(key(sessionId)) > 0;
        } catch (RedisException e) {
            LOG.warn("Redis is away: ended sessions are not noticed ({})", e.toString());
            return false; // a token's life is short; turning everybody away would be worse
        }
    }

    @Override
    public void revoke(String sessionId) {
        try {
            redis.connection().sync().set(key(sessionId), "1", SetArgs.Builder.ex(REMEMBERED));
        } catch (RedisException e) {
            LOG.warn("Redis is away: access tokens of {} live on until they expire ({})", sessionId, e.toString());
        }
    }

    private static String key(String sessionId) {
        return "revoked:" + sessionId;
    }
}
