package shop.platform.testing;

import java.io.IOException;
import java.net.ServerSocket;
import org.slf4j.LoggerFactory;
import redis.embedded.RedisServer;
import shop.platform.app.Env;
import shop.platform.redis.Redis;

/** The Redis of the tests: the one behind REDIS_URI, or an embedded one for the whole test run. */
public final class TestRedis {

    private static final class Chosen {
        static final String URI = choose();
        static final Redis CONNECTED = Redis.connect(URI);
    }

    private TestRedis() {}

    public static String uri() {
        return Chosen.URI;
    }

    /** The connection all tests of this run share. */
    public static Redis redis() {
        return Chosen.CONNECTED;
    }

    private static String choose() {
        var real = Env.system().or("REDIS_URI", "");
        LoggerFactory.getLogger(TestRedis.class).info("Redis: {}", real.isEmpty() ? "embedded" : "real");
        return real.isEmpty() ? embedded() : real;
    }

    private static String embedded() {
        try {
            var port = freePort();
            var server =
                    RedisServer.newRedisServer().port(port).bind("127.0.0.1").build();
            server.start();
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(server)));
            return "redis://127.0.0.1:" + port;
        } catch (IOException e) {
            throw new IllegalStateException("the embedded Redis does not start", e);
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static void stop(RedisServer server) {
        try {
            server.stop();
        } catch (IOException e) {
            LoggerFactory.getLogger(TestRedis.class).warn("the embedded Redis does not stop", e);
        }
    }
}
