package shop.notifications.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import shop.notifications.domain.Tickets;
import shop.notifications.domain.TicketsContract;
import shop.platform.crypto.Secret;
import shop.platform.redis.Redis;
import shop.platform.testing.TestRedis;

class RedisTicketsTest extends TicketsContract {

    private final Redis redis = TestRedis.redis();
    private final Tickets tickets = new RedisTickets(redis, Secret.of("for tests"));

    @Override
    protected Tickets tickets() {
        return tickets;
    }

    @Test
    void aTicketIsGoodForHalfAMinuteAndHidesItsToken() {
        var key = "ticket:" + tickets.issue("token of ann");

        assertThat(redis.connection().sync().pttl(key)).isBetween(1L, Tickets.LIFE.toMillis());
        assertThat(redis.connection().sync().get(key)).doesNotContain("token");
    }
}
