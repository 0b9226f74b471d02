package shop.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.platform.testing.TestPlatform.NOON;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.app.Server;
import shop.platform.events.Event;
import shop.platform.testing.Client;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.InMemoryBus.Crash;
import shop.platform.testing.TestMongo;
import shop.platform.testing.TestPlatform;

/** A registration is one write: whoever dies around it leaves an account that everybody hears of, or none. */
class AuthCrashTest {

    private final String prefix = TestMongo.freshName() + "-";
    private final List<Event> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void drop() {
        TestMongo.CLIENT.getDatabase(prefix + "auth").drop();
    }

    private Server process(Crash crash, int minutes) {
        var bus = new InMemoryBus(crash);
        bus.subscribe("test", List.of("#"), heard::add);
        var env = Map.of("DATABASE_PREFIX", prefix, "ARGON2_MEMORY", "64", "ARGON2_ITERATIONS", "1");
        return Server.start(TestPlatform.at(NOON.plusSeconds(60L * minutes), bus, env), 0, List.of(AuthFixture::open));
    }

    private static Client.Reply register(Server server) {
        return new Client(server.port(), "").post("/auth/register", """
                {"email": "ann@example.com", "password": "correct horse battery", "displayName": "Ann"}""");
    }

    @Test
    void whatWasNotToldBeforeACrashIsToldAfterIt() {
        try (var dying = process(Crash.BEFORE_DELIVERY, 0)) {
            assertThat(register(dying).status()).isEqualTo(201);
        }
        assertThat(heard).isEmpty();

        try (var next = process(Crash.NEVER, 1)) {
            await().untilAsserted(() -> assertThat(heard)
                    .extracting(Event::type)
                    .containsExactlyInAnyOrder("user.registered", "user.verification_requested"));
            var login = new Client(next.port(), "").post("/auth/login", """
                    {"email": "ann@example.com", "password": "correct horse battery"}""");
            assertThat(login.status()).isEqualTo(200);
            assertThat(login.body().at("/user/id").asString())
                    .isEqualTo(heard.getFirst().subject());
        }
    }

    @Test
    void aRepetitionAfterACrashIsRecognisable() {
        try (var dying = process(Crash.AFTER_DELIVERY, 0)) {
            register(dying);
            await().until(() -> heard.size() == 2);
        }
        try (var _ = process(Crash.NEVER, 1)) {
            await().untilAsserted(() -> assertThat(heard).hasSize(4));
        }
        assertThat(heard.stream().map(Event::id).distinct()).hasSize(2);
    }

    @Test
    void sessionsAndKeysOutliveTheProcess() {
        String refreshToken;
        try (var first = process(Crash.NEVER, 0)) {
            refreshToken = register(first).text("refreshToken");
        }
        try (var next = process(Crash.NEVER, 1)) {
            var stranger = new Client(next.port(), "");
            assertThat(stranger.post("/auth/refresh", "{\"refreshToken\": \"" + refreshToken + "\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(stranger.get("/auth/.well-known/jwks.json")
                            .body()
                            .path("keys")
                            .size())
                    .isEqualTo(2);
        }
    }
}
