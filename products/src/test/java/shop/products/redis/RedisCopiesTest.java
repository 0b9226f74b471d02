package shop.products.redis;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import shop.platform.testing.TestRedis;
import shop.products.domain.Copies;
import shop.products.domain.CopiesContract;

class RedisCopiesTest extends CopiesContract {

    private static final Duration LIFE = Duration.ofSeconds(1);

    /** The same for all tests, which have copies of their own: it takes two lives until Redis is trusted. */
    private static final RedisCopies COPIES = new RedisCopies(TestRedis.redis(), LIFE);

    private static final RedisCopies OTHERS = new RedisCopies(TestRedis.redis(), LIFE);

    @AfterAll
    static void stop() {
        COPIES.close();
        OTHERS.close();
    }

    @Override
    protected Copies copies() {
        return COPIES;
    }

    @Override
    protected Copies others() {
        return OTHERS;
    }
}
