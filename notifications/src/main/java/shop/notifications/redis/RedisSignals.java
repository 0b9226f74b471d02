package shop.notifications.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.notifications.domain.Signals;
import shop.platform.Failure;
import shop.platform.redis.Redis;

/**
 * Signals through Redis, heard by every instance. They say only whose notifications to look at, so a lost one is made up
 * for by the next look.
 */
public final class RedisSignals implements Signals, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisSignals.class);
    private static final int MOST = 20;

    private final Redis redis;
    private final String channel;
    private final Map<String, Set<Semaphore>> waiting = new ConcurrentHashMap<>();
    private final StatefulRedisPubSubConnection<String, String> listening;
    private final AtomicBoolean away = new AtomicBoolean();

    public RedisSignals(Redis redis, String channel) {
        this.redis = redis;
        this.channel = channel;
        this.listening = redis.listening();
        listening.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String name, String userId) {
                wake(userId);
            }
        });
        listening.sync().subscribe(channel);
    }

    @Override
    public void announce(String userId) {
        wake(userId); // here it is heard without Redis too
        try {
            redis.connection().sync().publish(channel, userId);
            if (away.getAndSet(false)) LOG.info("Redis is back: other instances notice at once again");
        } catch (RedisException e) {
            if (!away.getAndSet(true))
                LOG.warn("Redis is away: other instances notice at their next look ({})", e.toString());
        }
    }

    private void wake(String userId) {
        waiting.getOrDefault(userId, Set.of()).forEach(Semaphore::release);
    }

    @Override
    public Waiting listen(String userId) {
        var signal = new Semaphore(0);
        waiting.compute(userId, (any, others) -> {
            var all = others == null ? ConcurrentHashMap.<Semaphore>newKeySet() : others;
            if (all.size() >= MOST) {
                throw Failure.of(Failure.Kind.TOO_MANY, "too_many_streams", "at most " + MOST + " streams a person")
                        .retryAfter(Duration.ofSeconds(10));
            }
            all.add(signal);
            return all;
        });
        return new Waiter(userId, signal);
    }

    private final class Waiter implements Waiting {

        private final String userId;
        private final Semaphore signal;

        Waiter(String userId, Semaphore signal) {
            this.userId = userId;
            this.signal = signal;
        }

        @Override
        public void await(Duration most) throws InterruptedException {
            if (signal.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) signal.drainPermits();
        }

        @Override
        public void close() {
            waiting.computeIfPresent(userId, (any, all) -> {
                all.remove(signal);
                return all.isEmpty() ? null : all;
            });
        }
    }

    @Override
    public void close() {
        listening.close();
        waiting.values().forEach(all -> all.forEach(Semaphore::release));
    }
}
