package shop.platform.redis;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.platform.http.RateLimits;
import shop.platform.json.Json;

/** Token buckets in Redis, seen by every instance. While Redis is away every request passes. */
public final class RedisRateLimits implements RateLimits, AutoCloseable {

    /**
     * Requests per window.
     *
     * @param window from one second to a day
     */
    public record Limit(long requests, Duration window) {

        /** As it is configured: {@code 600/1m}; empty for {@code off}. */
        public static Optional<Limit> parse(String text) {
            if (text.equals("off")) return Optional.empty();
            if (!text.matches("[1-9]\\d{0,8}/\\d{1,5}[smhd]")) {
                throw new IllegalStateException("a rate limit must look like 600/1m or be off, not " + text);
            }
            var parts = text.toUpperCase(Locale.ROOT).split("/");
            var window = Duration.parse((parts[1].endsWith("D") ? "P" : "PT") + parts[1]);
            return Optional.of(new Limit(Long.parseLong(parts[0]), window));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(RedisRateLimits.class);

    private final Map<RouteClass, Limit> limits;
    private final StatefulRedisConnection<String, byte[]> connection;
    private final ProxyManager<String> buckets;
    private final AtomicBoolean away = new AtomicBoolean();

    public RedisRateLimits(Redis redis, Map<RouteClass, Limit> limits) {
        this.limits = new EnumMap<>(RouteClass.class);
        this.limits.putAll(limits);
        this.connection = redis.client().connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
        this.buckets = Bucket4jLettuce.casBasedBuilder(connection)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10)))
                .build();
    }

    @Override
    public Optional<Count> count(RouteClass routes, String caller) {
        var limit = limits.get(routes);
        if (limit == null) return Optional.empty();
        try {
            var key = "rate:" + Json.name(routes) + ":" + caller;
            var probe = buckets.getProxy(key, () -> configuration(limit)).tryConsumeAndReturnRemaining(1);
            if (away.getAndSet(false)) LOG.info("Redis is back: requests are counted again");
            var wait = probe.isConsumed()
                    ? Optional.<Duration>empty()
                    : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            var reset = Duration.ofNanos(probe.getNanosToWaitForReset());
            return Optional.of(new Count(limit.requests(), limit.window(), probe.getRemainingTokens(), reset, wait));
        } catch (RedisException e) {
            if (!away.getAndSet(true)) LOG.warn("Redis is away: requests are not counted ({})", e.toString());
            return Optional.empty();
        }
    }

    private static BucketConfiguration configuration(Limit limit) {
        return BucketConfiguration.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.requests()).refillGreedy(limit.requests(), limit.window()))
                .build();
    }

    @Override
    public void close() {
        connection.close();
    }
}
