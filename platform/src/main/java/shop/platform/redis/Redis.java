package shop.platform.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.metrics.MicrometerCommandLatencyRecorder;
import io.lettuce.core.metrics.MicrometerOptions;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The connection to Redis that a process shares. While Redis is away, or there and silent, commands fail at once instead of queueing, so that
 * whoever can do without does; the connection comes back by itself.
 */
public final class Redis implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration PATIENCE_TO_CONNECT = Duration.ofSeconds(10); // nine that start at once are slow

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    private Redis(RedisClient client, StatefulRedisConnection<String, String> connection) {
        this.client = client;
        this.connection = connection;
    }

    public static Redis connect(String uri, MeterRegistry meters) {
        var resources = ClientResources.builder()
                .commandLatencyRecorder(new MicrometerCommandLatencyRecorder(meters, MicrometerOptions.create()))
                .nettyCustomizer(Unanswered.everywhere())
                .build();
        var client = RedisClient.create(resources, parsed(uri));
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(PATIENCE_TO_CONNECT)
                        .build())
                .build());
        try {
            return new Redis(client, client.connect());
        } catch (RedisException e) {
            close(client);
            throw new IllegalStateException("Redis does not answer at REDIS_URI", e);
        }
    }

    private static RedisURI parsed(String uri) {
        try {
            var address = RedisURI.create(uri);
            address.setTimeout(PATIENCE_TO_CONNECT);
            return address;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("environment variable REDIS_URI must look like redis://host:6379", e);
        }
    }

    /** For commands; shared by all threads. */
    public StatefulRedisConnection<String, String> connection() {
        return connection;
    }

    /** A connection of one's own that listens to channels; whoever asks for it closes it. */
    public StatefulRedisPubSubConnection<String, String> listening() {
        return client.connectPubSub();
    }

    /** For what needs connections of another kind: other codecs, client tracking. */
    public RedisClient client() {
        return client;
    }

    public boolean answers() {
        try {
            return "PONG".equals(connection.sync().ping());
        } catch (RedisException e) {
            return false;
        }
    }

    @Override
    public void close() {
        connection.close();
        close(client);
    }

    private static void close(RedisClient client) {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        client.getResources().shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
