package shop.auth;

import static shop.platform.testing.TestPlatform.NOON;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import shop.auth.domain.KeyKeeping;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.events.Event;
import shop.platform.http.Principal;
import shop.platform.json.Json;
import shop.platform.redis.RedisRevocations;
import shop.platform.security.AccessTokens;
import shop.platform.security.KeySet;
import shop.platform.testing.Client;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestClock;
import shop.platform.testing.TestPlatform;
import shop.platform.testing.TestRedis;
import tools.jackson.databind.JsonNode;

/** Auth over HTTP with its own tokens, believed by a verifier like any other service's. */
final class AuthFixture implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";
    static final String ADMIN = "root@shop.test";

    /** Each fixture calls from an address of its own, so that failures in one test slow down no other. */
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    /** As many as a ring has after a rotation; making keys takes longer than most tests. */
    private static final List<KeyPair> PAIRS = List.of(KeyKeeping.pair(), KeyKeeping.pair(), KeyKeeping.pair());

    private static final AtomicInteger NEXT_PAIR = new AtomicInteger();

    final InMemoryBus bus = new InMemoryBus();
    final List<Event> heard = new CopyOnWriteArrayList<>();
    final TestClock clock = new TestClock(NOON);
    final Platform platform;
    final Server server;
    final String address = "198.51." + ADDRESSES.incrementAndGet() + "." + (System.nanoTime() & 127);

    AuthFixture() {
        this(Map.of(), AuthFixture::open);
    }

    AuthFixture(Map<String, String> more, Service.Opener opener) {
        var env = new HashMap<>(Map.of(
                "ARGON2_MEMORY", "64",
                "ARGON2_ITERATIONS", "1",
                "ADMIN_EMAIL", ADMIN,
                "ADMIN_PASSWORD", PASSWORD,
                "TRUSTED_PROXIES", "127.0.0.1"));
        env.putAll(more);
        bus.subscribe("test.everything", List.of("#"), heard::add);
        forgetFailures();
        var port = new AtomicInteger();
        platform = believing(TestPlatform.at(clock, bus, env), port);
        server = Server.start(platform, 0, List.of(opener));
        port.set(server.port());
    }

    /** Redis is that of all tests, and so are the people in them: whoever guessed in another test need not wait in this one. */
    private static void forgetFailures() {
        var redis = TestRedis.redis().connection().sync();
        redis.keys("attempts:*").forEach(key -> redis.del(key));
    }

    /** Auth as it is, but for keys that are there already. */
    static Service open(Platform platform) {
        return AuthApp.open(platform, AuthFixture::pair);
    }

    static KeyPair pair() {
        return PAIRS.get(NEXT_PAIR.getAndIncrement() % PAIRS.size());
    }

    /** The same platform, where a token is a token that auth has signed; "service" stays a sibling. */
    private static Platform believing(Platform test, AtomicInteger port) {
        var keys = new KeySet(() -> jwks(port.get()), test.clock());
        var tokens = new AccessTokens(keys, test.issuer(), new RedisRevocations(test.redis()), test.clock());
        Principal.Verifier verifier = token -> token.equals("service") ? Client.verify(token) : tokens.verify(token);
        return new Platform(
                test.env(),
                test.clock(),
                test.mongo(),
                test.redis(),
                test.bus(),
                verifier,
                test.siblings(),
                test.meters());
    }

    private static String jwks(int port) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/auth/.well-known/jwks.json"))
                    .build();
            return Client.http().send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Client as(String token) {
        return new Client(server.port(), token);
    }

    Reply post(String path, String json, String... headers) {
        return post("", path, json, headers);
    }

    Reply post(String token, String path, String json, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "X-Forwarded-For";
        all[1] = address;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return as(token).post(path, json, all);
    }

    Reply register(String email) {
        return post("/auth/register", """
                {"email": "%s", "password": "%s", "displayName": "Ann"}""".formatted(email, PASSWORD));
    }

    Reply login(String email, String password, String... headers) {
        return post("/auth/login", """
                {"email": "%s", "password": "%s"}""".formatted(email, password), headers);
    }

    Reply refresh(String token) {
        return post("/auth/refresh", """
                {"refreshToken": "%s"}""".formatted(token));
    }

    String admin() {
        return login(ADMIN, PASSWORD).text("accessToken");
    }

    /** The secret in the last mail of this kind, as the e-mail service would open it. */
    Optional<String> mailed(String type) {
        return heard.stream()
                .filter(event -> event.type().equals(type))
                .reduce((_, last) -> last)
                .map(event -> event.data().path("sealedToken").asString())
                .map(text -> platform.secret()
                        .derive("mail-tokens")
                        .open(Base64.getUrlDecoder().decode(text)))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    List<String> types() {
        return heard.stream().map(Event::type).toList();
    }

    /** What a token says, unchecked. */
    static JsonNode claims(String token) {
        return part(token, 1);
    }

    static JsonNode part(String token, int index) {
        return Json.TOLERANT.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
    }

    @Override
    public void close() {
        Client.hangUp();
        server.close();
    }
}
