package shop.auth.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.auth.domain.Attempts;
import shop.platform.redis.Redis;

/** Failures counted in Redis, where all instances see them; names and addresses are in it as hashes only. */
public final class RedisAttempts implements Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(RedisAttempts.class);
    private static final Duration REMEMBERED = Duration.ofHours(24);

    /** What a count is called, and how many failures cost nothing. */
    private record Count(String name, int free) {

        String failures() {
            return "attempts:{" + name + "}:failures";
        }

        String delay() {
            return "attempts:{" + name + "}:wait";
        }
    }

    // The delay is set before the answer to the try is known, so that of many at once only one gets through.
    private static final String BEGIN = """
            local left = redis.call('PTTL', KEYS[2])
            if left > 0 then return left end
            local beyond = tonumber(redis.call('GET', KEYS[1]) or '0') - tonumber(ARGV[1])
            if beyond >= 0 then
              local wait = math.min(tonumber(ARGV[2]) * 2 ^ math.min(beyond, 30), tonumber(ARGV[3]))
              redis.call('SET', KEYS[2], '1', 'PX', string.format('%d', wait))
            end
            return 0""";

    private static final String FAILED = """
            local beyond = redis.call('INCR', KEYS[1]) - tonumber(ARGV[1])
            redis.call('PEXPIRE', KEYS[1], ARGV[4])
            if beyond >= 0 then
              local wait = math.min(tonumber(ARGV[2]) * 2 ^ math.min(beyond, 30), tonumber(ARGV[3]))
              redis.call('SET', KEYS[2], '1', 'PX', string.format('%d', wait))
            end
            return 0""";

    private final Redis redis;
    private final Policy policy;

    public RedisAttempts(Redis redis, Policy policy) {
        this.redis = redis;
        this.policy = policy;
    }

    @Override
    public Optional<Duration> begin(Attempt attempt) {
        try {
            // an address that has to wait must not make an account wait for it
            var wait = left(account(attempt));
            if (wait <= 0) wait = run(BEGIN, address(attempt));
            if (wait <= 0) wait = run(BEGIN, account(attempt));
            return wait > 0 ? Optional.of(Duration.ofMillis(wait)) : Optional.empty();
        } catch (RedisException e) {
            LOG.warn("Redis is away: guesses of passwords are not slowed down ({})", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public void failed(Attempt attempt) {
        try {
            run(FAILED, account(attempt));
            run(FAILED, address(attempt));
        } catch (RedisException e) {
            LOG.warn("Redis is away: a failure is not counted ({})", e.toString());
        }
    }

    @Override
    public void succeeded(Attempt attempt) {
        try {
            var commands = redis.connection().sync();
            for (var count : new Count[] {account(attempt), address(attempt)}) {
                commands.del(count.failures(), count.delay());
            }
        } catch (RedisException e) {
            LOG.warn("Redis is away: a success is not noticed ({})", e.toString());
        }
    }

    private long left(Count count) {
        return redis.connection().sync().pttl(count.delay());
    }

    private long run(String script, Count count) {
        String[] keys = {count.failures(), count.delay()};
        return redis.connection()
                .sync()
                .<Long>eval(
                        script,
                        ScriptOutputType.INTEGER,
                        keys,
                        Integer.toString(count.free()),
                        Long.toString(policy.first().toMillis()),
                        Long.toString(policy.longest().toMillis()),
                        Long.toString(REMEMBERED.toMillis()));
    }

    private Count account(Attempt attempt) {
        return new Count(hash("account:" + attempt.account()), policy.perAccount());
    }

    private Count address(Attempt attempt) {
        return new Count(hash("address:" + attempt.address()), policy.perAddress());
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
