package shop.products.redis;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import shop.platform.testing.TestRedis;
import shop.products.domain.Copies;
import shop.products.domain.CopiesContract;

class RedisCopiesTest extends CopiesContract {

    private static final Duration LIFE = Duration.ofSeconds(1);

    private final RedisCopies copies = new RedisCopies(TestRedis.redis(), LIFE);
    private final RedisCopies others = new RedisCopies(TestRedis.redis(), LIFE);

    @AfterEach
    void stop() {
        copies.close();
        others.close();
    }

    @Override
    protected Copies copies() {
        return copies;
    }

    @Override
    protected Copies others() {
        return others;
    }
}
