package shop.notifications.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisException;
import io.lettuce.core.SetArgs;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import shop.notifications.domain.Tickets;
import shop.platform.Failure;
import shop.platform.crypto.Secret;
import shop.platform.redis.Redis;

/** Tickets in Redis; the tokens behind them are sealed. */
public final class RedisTickets implements Tickets {

    private static final int BYTES = 32;

    private final Redis redis;
    private final Secret secret;
    private final SecureRandom random = new SecureRandom();

    public RedisTickets(Redis redis, Secret secret) {
        this.redis = redis;
        this.secret = secret.derive("tickets");
    }

    @Override
    public String issue(String accessToken) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var locked = Base64.getEncoder().encodeToString(secret.seal(accessToken.getBytes(UTF_8)));
        try {
            redis.connection().sync().set(key(ticket), locked, SetArgs.Builder.ex(LIFE));
            return ticket;
        } catch (RedisException e) {
            throw Failure.unavailable("Redis");
        }
    }

    @Override
    public Optional<String> redeem(String ticket) {
        if (!ticket.matches("[A-Za-z0-9_-]{43}")) return Optional.empty();
        try {
            return Optional.ofNullable(redis.connection().sync().getdel(key(ticket)))
                    .map(locked -> new String(secret.open(Base64.getDecoder().decode(locked)), UTF_8));
        } catch (RedisException e) {
            throw Failure.unavailable("Redis");
        }
    }

    private static String key(String ticket) {
        return "ticket:" + ticket;
    }
}
