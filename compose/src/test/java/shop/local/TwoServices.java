package shop.local;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import shop.auth.KnownKeys;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.clients.Siblings;
import shop.platform.events.EventBus;
import shop.platform.redis.RedisRevocations;
import shop.platform.security.AccessTokens;
import shop.platform.security.KeySet;
import shop.platform.testing.Client;
import shop.platform.testing.TestClock;
import shop.platform.testing.TestPlatform;
import shop.users.UsersApp;

/** Auth and users as two processes would be: a port, a verifier and a view of the siblings each; databases outlive them. */
final class TwoServices implements AutoCloseable {

    static final String ADMIN = "root@shop.test";
    static final String PASSWORD = "correct horse battery";

    private static final String SECRET = "for development only";

    private final AtomicInteger authPort = new AtomicInteger();
    private final Server auth;
    private final Server users;

    /**
     * Opens both.
     *
     * @param databases a prefix; whoever opens with the same finds what was there
     */
    TwoServices(String databases, EventBus bus, TestClock clock) {
        auth = start(KnownKeys::open, databases, bus, clock);
        authPort.set(auth.port());
        users = start(UsersApp::open, databases, bus, clock);
    }

    private Server start(Service.Opener opener, String databases, EventBus bus, TestClock clock) {
        var env = Map.of(
                "DATABASE_PREFIX", databases,
                "ADMIN_EMAIL", ADMIN,
                "ADMIN_PASSWORD", PASSWORD,
                "ARGON2_MEMORY", "64",
                "ARGON2_ITERATIONS", "1");
        var test = TestPlatform.at(clock, bus, env);
        var keys = new KeySet(
                () -> new Client(authPort.get(), "")
                        .get("/auth/.well-known/jwks.json")
                        .body()
                        .toString(),
                clock);
        var tokens = new AccessTokens(keys, test.issuer(), new RedisRevocations(test.redis()), clock);
        var siblings = new Siblings("test", SECRET, _ -> URI.create("http://127.0.0.1:" + authPort.get()), clock);
        var platform = new Platform(
                test.env(), clock, test.mongo(), test.redis(), test.bus(), tokens, siblings, test.meters());
        return Server.start(platform, 0, List.of(opener));
    }

    Client auth(String token) {
        return new Client(auth.port(), token);
    }

    Client users(String token) {
        return new Client(users.port(), token);
    }

    Client.Reply register(String email) {
        return auth("").post("/auth/register", """
                {"email": "%s", "password": "%s", "displayName": "Ann"}""".formatted(email, PASSWORD));
    }

    Client.Reply login(String email) {
        return auth("").post("/auth/login", """
                {"email": "%s", "password": "%s"}""".formatted(email, PASSWORD));
    }

    @Override
    public void close() {
        users.close();
        auth.close();
    }
}
