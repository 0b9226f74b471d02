package shop.products.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.KeyValue;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.TrackingArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.push.PushMessage;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.platform.redis.Redis;
import shop.products.domain.Copies;
import shop.products.domain.Copy;

/**
 * Copies in Redis, with the version they are of: each key remembers the newest that was announced, with or without a copy,
 * for longer than a reader who saw an older one may take to bring it. Redis tells every instance which keys have changed.
 * An instance that has lost sight of Redis reads originals until all that was kept before must have gone.
 */
public final class RedisCopies implements Copies, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisCopies.class);
    private static final long PATIENCE = 200; // milliseconds
    private static final int LONGEST_ID = 64;
    private static final String PREFIX = "product:";
    private static final String[] FIELDS = {"version", "store", "active", "listed", "json"};

    private static final String ANNOUNCE = """
            if tonumber(redis.call('HGET', KEYS[1], 'version') or '0') >= tonumber(ARGV[1]) then return 0 end
            redis.call('DEL', KEYS[1])
            redis.call('HSET', KEYS[1], 'version', ARGV[1])
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return 1""";

    private static final String KEEP = """
            if tonumber(redis.call('HGET', KEYS[1], 'version') or '0') > tonumber(ARGV[2]) then return 0 end
            redis.call('HSET', KEYS[1], 'version', ARGV[2], 'store', ARGV[3], 'active', ARGV[4], 'listed', ARGV[5], 'json', ARGV[6])
            redis.call('PEXPIRE', KEYS[1], ARGV[1])
            return 1""";

    private final StatefulRedisConnection<String, byte[]> connection;
    private final Duration life;
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private volatile long doubted = System.nanoTime();
    private volatile boolean away;

    /**
     * Connects, and asks to be told.
     *
     * @param life how long a copy is kept, more or less
     */
    public RedisCopies(Redis redis, Duration life) {
        this.life = life;
        this.connection = redis.client().connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
        connection.addListener(this::hear);
        connection.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> any, SocketAddress address) {
                track();
            }

            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> any) {
                doubt("the connection is lost");
            }
        });
        track();
    }

    private void track() {
        doubted = System.nanoTime();
        away = false;
        connection
                .async()
                .clientTracking(TrackingArgs.Builder.enabled(true).noloop())
                .exceptionally(e -> doubt(e.toString()));
    }

    private String doubt(String why) {
        doubted = System.nanoTime();
        if (away) return why;
        away = true;
        LOG.warn("Redis is away: products are read from the database ({})", why);
        watchers.forEach(Watcher::outdated);
        return why;
    }

    private boolean trusted() {
        return System.nanoTime() - doubted > 2 * life.toNanos();
    }

    private void hear(PushMessage message) {
        if (!message.getType().equals("invalidate")) return;
        if (message.getContent(StringCodec.UTF8::decodeKey).get(1) instanceof List<?> keys) {
            for (var key : keys) {
                var id = key.toString().substring(PREFIX.length());
                watchers.forEach(watcher -> watcher.outdated(id));
            }
        } else {
            watchers.forEach(Watcher::outdated);
        }
    }

    @Override
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    @Override
    public Optional<Copy> find(String id, Supplier<Optional<Copy>> original) {
        if (id.length() > LONGEST_ID) return original.get();
        var kept = trusted() ? read(id) : Optional.<Copy>empty();
        if (kept.isPresent()) return kept;
        var begin = System.nanoTime();
        var found = original.get();
        if (System.nanoTime() - begin < life.toNanos() / 5) found.ifPresent(this::keep);
        return found;
    }

    private Optional<Copy> read(String id) {
        try {
            var asked = connection.async().hmget(PREFIX + id, FIELDS);
            var fields = LettuceFutures.awaitOrCancel(asked, PATIENCE, TimeUnit.MILLISECONDS);
            away = false;
            return fields.stream().allMatch(KeyValue::hasValue) ? Optional.of(copy(id, fields)) : Optional.empty();
        } catch (RedisException e) {
            doubt(e.toString());
            return Optional.empty();
        }
    }

    private static Copy copy(String id, List<KeyValue<String, byte[]>> fields) {
        var texts = fields.subList(0, FIELDS.length - 1).stream()
                .map(field -> new String(field.getValue(), UTF_8))
                .toList();
        return new Copy(
                id,
                texts.get(1),
                Boolean.parseBoolean(texts.get(2)),
                Boolean.parseBoolean(texts.get(3)),
                Integer.parseInt(texts.get(0)),
                fields.getLast().getValue());
    }

    private void keep(Copy copy) {
        double jitter = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
        var until = bytes((long) (life.toMillis() * jitter));
        var version = bytes(copy.version());
        var active = bytes(copy.active());
        var listed = bytes(copy.listed());
        run(KEEP, copy.id(), until, version, bytes(copy.storeId()), active, listed, copy.json());
    }

    @Override
    public void announce(String id, int version) {
        run(ANNOUNCE, id, bytes(version), bytes(life.toMillis()));
    }

    /** Nobody waits: what is asked after this on the same connection is answered after this. */
    private void run(String script, String id, byte[]... arguments) {
        try {
            connection
                    .async()
                    .eval(script, ScriptOutputType.INTEGER, new String[] {PREFIX + id}, arguments)
                    .exceptionally(e -> doubt(e.toString()));
        } catch (RedisException e) {
            doubt(e.toString());
        }
    }

    private static byte[] bytes(Object value) {
        return value.toString().getBytes(UTF_8);
    }

    @Override
    public void close() {
        away = true; // which is no news now
        connection.close();
    }
}
