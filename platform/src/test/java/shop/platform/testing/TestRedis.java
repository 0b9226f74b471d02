package shop.platform.testing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import shop.platform.embedded.EmbeddedRedis;
import shop.platform.redis.Redis;

/** The Redis of the tests: the one behind REDIS_URI, or an embedded one for the whole test run. */
public final class TestRedis {

    private static final class Chosen {
        static final String URI = RealOrEmbedded.choose(
                "Redis", "REDIS_URI", () -> EmbeddedRedis.start().uri());
    }

    private static final class Connected {
        static final Redis REDIS = connect(Chosen.URI);
    }

    private TestRedis() {}

    /** All tests share what is in it, so each makes its own keys. */
    public static String uri() {
        return Chosen.URI;
    }

    /** One of one's own, to a Redis that may go away. */
    public static Redis connect(String uri) {
        return Redis.connect(uri, new SimpleMeterRegistry());
    }

    /** The connection all tests of this run share. */
    public static Redis redis() {
        return Connected.REDIS;
    }
}
