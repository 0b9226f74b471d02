package shop.platform.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bson.Document;
import shop.platform.clients.Siblings;
import shop.platform.crypto.Secret;
import shop.platform.events.EventBus;
import shop.platform.events.RabbitBus;
import shop.platform.http.Principal;
import shop.platform.mongo.Mongo;
import shop.platform.redis.Redis;
import shop.platform.redis.RedisRevocations;
import shop.platform.security.AccessTokens;
import shop.platform.security.KeySet;
import shop.platform.telemetry.Meters;

/** What a process gives to every service in it; only the Apps see it. */
public record Platform(
        Env env,
        Clock clock,
        MongoClient mongo,
        Redis redis,
        EventBus bus,
        Principal.Verifier tokens,
        Siblings siblings,
        MeterRegistry meters)
        implements AutoCloseable {

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_-]{0,40}"); // MongoDB has room for 63
    private static final String DEVELOPMENT_SECRET = "for development only";
    private static final Pattern EVERYBODYS_PASSWORD =
            Pattern.compile("amqps?://(?:[^@/]*:(?:guest|shop)?@|[^@/:]*@|[^@]*$)");

    /** Connects to everything the environment names; what does not answer is an {@link IllegalStateException} that says so. */
    public static Platform connect(String process, Env env) {
        var clock = Clock.tickMillis(UTC); // what MongoDB keeps and JSON shows: no instant changes by being stored
        var meters = Meters.prometheus(process);
        var secret = secretText(env);
        var mongo = Mongo.connect(env.required("MONGODB_URI"), meters);
        var redis = Redis.connect(env.required("REDIS_URI"), meters);
        var bus = RabbitBus.connect(brokerAddress(env), process, clock, meters);
        var keys = KeySet.publishedAt(address(env, "auth").resolve("/auth/.well-known/jwks.json"), clock);
        var tokens = new AccessTokens(keys, issuer(env), new RedisRevocations(redis), clock);
        var siblings = new Siblings(process, secret, service -> address(env, service), clock);
        return new Platform(env, clock, mongo, redis, bus, tokens, siblings, meters);
    }

    /** The database of one service; nobody else opens it. {@code DATABASE_PREFIX} keeps several shops apart. */
    public MongoDatabase database(String service) {
        var prefix = env.or("DATABASE_PREFIX", "");
        if (PREFIX.matcher(prefix).matches()) return mongo.getDatabase(prefix + service);
        throw new IllegalStateException(
                "environment variable DATABASE_PREFIX must be 40 letters, digits, dashes and underscores at most");
    }

    /** What all services of a shop share, to be derived for a purpose: {@code SHOP_SECRET}. */
    public Secret secret() {
        return Secret.of(secretText(env));
    }

    /** Whether this is {@code SHOP_SECRET}; takes as long to say no as to say yes. */
    public boolean isSecret(String candidate) {
        return Secret.same(secretText(env).getBytes(UTF_8), candidate.getBytes(UTF_8));
    }

    /** Who issues access tokens: {@code AUTH_ISSUER}. */
    public String issuer() {
        return issuer(env);
    }

    /** In production what is missing or a default stops the start. */
    private static String secretText(Env env) {
        var production = env.production();
        var text = production ? env.required("SHOP_SECRET") : env.or("SHOP_SECRET", DEVELOPMENT_SECRET);
        if (production && (text.equals(DEVELOPMENT_SECRET) || text.length() < 32)) {
            throw new IllegalStateException(
                    "environment variable SHOP_SECRET must be a secret of 32 characters or more");
        }
        return text;
    }

    /** In production everybody's password stops the start, and so does none, which means the same one to a broker. */
    private static String brokerAddress(Env env) {
        var address = env.required("RABBITMQ_URI");
        if (env.production() && EVERYBODYS_PASSWORD.matcher(address).lookingAt()) {
            throw new IllegalStateException(
                    "environment variable RABBITMQ_URI must have a password of its own in production:"
                            + " not guest, not shop (in the containers RABBITMQ_PASSWORD sets it)");
        }
        return address;
    }

    private static String issuer(Env env) {
        return env.or("AUTH_ISSUER", "http://localhost:8080/auth");
    }

    private static URI address(Env env, String service) {
        return env.uri(service.toUpperCase(Locale.ROOT) + "_URL", "http://" + service + ":8080");
    }

    boolean mongoAnswers() {
        try {
            mongo.getDatabase("admin").runCommand(new Document("ping", 1));
            return true;
        } catch (MongoException e) {
            return false;
        }
    }

    @Override
    public void close() {
        bus.close();
        redis.close();
        mongo.close();
    }
}
