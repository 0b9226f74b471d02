package shop.auth;

import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.auth.api.AccountRoutes;
import shop.auth.api.SelfRoutes;
import shop.auth.api.SignInRoutes;
import shop.auth.api.TokenRoutes;
import shop.auth.argon2.Argon2Passwords;
import shop.auth.domain.Attempts;
import shop.auth.domain.Chain;
import shop.auth.domain.Changing;
import shop.auth.domain.Entrance;
import shop.auth.domain.Following;
import shop.auth.domain.IdTokens;
import shop.auth.domain.Introspecting;
import shop.auth.domain.KeyKeeping;
import shop.auth.domain.Opening;
import shop.auth.domain.Outside;
import shop.auth.domain.PasswordRules;
import shop.auth.domain.Registering;
import shop.auth.events.AccountWire;
import shop.auth.events.UserConsumer;
import shop.auth.firebase.FirebaseIdTokens;
import shop.auth.jwt.JwtTokens;
import shop.auth.mongo.MongoAccounts;
import shop.auth.mongo.MongoKeyRings;
import shop.auth.redis.RedisAttempts;
import shop.auth.redis.RedisEndings;
import shop.auth.redis.RedisSessions;
import shop.platform.Failure;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.crypto.Secret;
import shop.platform.mongo.MongoOutbox;
import shop.platform.redis.RedisRevocations;

/** Auth: who somebody is. Accounts, passwords, sessions, and the tokens that all other services trust. */
public final class AuthApp {

    private static final Logger LOG = LoggerFactory.getLogger(AuthApp.class);
    private static final Duration KEYS = Duration.ofSeconds(10);
    private static final Duration SESSIONS = Duration.ofHours(1);
    private static final int BATCH = 100;

    private AuthApp() {}

    static void main() {
        Server.run("auth", List.of(AuthApp::open));
    }

    public static Service open(Platform platform) {
        return open(platform, KeyKeeping::pair);
    }

    static Service open(Platform platform, Supplier<KeyPair> keys) {
        var config = AuthConfig.from(platform.env());
        var service = new Service("auth", "/auth");
        var database = platform.database("auth");
        var documents = database.getCollection("accounts");
        var wire = new AccountWire(platform.secret().derive("mail-tokens"));
        var outbox = service.closing(new MongoOutbox<>(documents, wire::fact, platform.bus(), platform.clock()));
        var rings = new MongoKeyRings(database.getCollection("keys"), Secret.of(config.keySecret()));
        var outside = new Outside(
                new MongoAccounts(documents, outbox),
                new RedisAttempts(platform.redis(), Attempts.Policy.USUAL),
                service.closing(new Argon2Passwords(config.effort())),
                idTokens(service, config),
                new KeyKeeping(rings, keys, config.keyRotation(), platform.clock()));
        return wire(service, outside, config, platform);
    }

    private static IdTokens idTokens(Service service, AuthConfig config) {
        return config.firebase()
                .<IdTokens>map(settings -> service.closing(new FirebaseIdTokens(settings)))
                .orElse(IdTokens.NOT_CONFIGURED);
    }

    static Service wire(Service service, Outside outside, AuthConfig config, Platform platform) {
        var live = new RedisSessions(platform.redis());
        var endings = new RedisEndings(new RedisRevocations(platform.redis()), live);
        var tokens = new JwtTokens(outside.keys(), platform.issuer(), platform.clock());
        var chain = new Chain(Secret.of(config.keySecret()).derive("refresh-tokens")::sign);
        var changing = new Changing(outside.accounts(), endings, platform.clock());
        var opening = new Opening(changing, chain, tokens);
        var later = logging(service.closing(Executors.newVirtualThreadPerTaskExecutor()));
        var people = new Entrance(outside, changing, chain, opening, PasswordRules.load(), later);
        var liveness = new Introspecting.Liveness(endings, live);
        var introspecting = new Introspecting(outside.accounts(), tokens, liveness, chain, platform.clock());
        outside.keys().tend();
        appoint(people.registering(), config);
        follow(service, new Following(changing), outside, platform);
        return service.answering(
                new SignInRoutes(
                        people.registering(),
                        people.loggingIn(),
                        people.loggingInByFirebase(),
                        people.refreshing(),
                        people.loggingOut()),
                new SelfRoutes(people.loggingOut(), people.changingPassword(), people.verifying()),
                new TokenRoutes(introspecting, tokens, outside.keys(), platform::isSecret),
                new AccountRoutes(outside.accounts(), people.loggingOut()));
    }

    private static void follow(Service service, Following following, Outside outside, Platform platform) {
        service.closing(new UserConsumer(following).listenTo(platform.bus()));
        service.every(KEYS, "looking at the signing keys", outside.keys()::tend);
        service.every(SESSIONS, "forgetting old sessions", () -> following.tidy(outside.accounts(), BATCH));
    }

    /** Nobody waits for what is done later, so its failures are told to the log. */
    private static Executor logging(Executor threads) {
        return task -> threads.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.warn("something that was to be done later has failed", e);
            }
        });
    }

    private static void appoint(Registering registering, AuthConfig config) {
        try {
            config.admin().ifPresent(registering::appoint);
        } catch (Failure failure) {
            throw new IllegalStateException("environment variable ADMIN_PASSWORD " + failure.getMessage(), failure);
        }
    }
}
