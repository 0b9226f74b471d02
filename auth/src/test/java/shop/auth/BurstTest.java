package shop.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.auth.AuthFixture.PASSWORD;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Client.Reply;

/** Two hundred who sign in at once wait for each other, and nobody else waits for them. */
class BurstTest {

    private static final int LOGINS = 200;
    private static final int MEMBERS = 20;

    private final AuthFixture auth = new AuthFixture(
            Map.of(
                    "ARGON2_MEMORY", "2048",
                    "ARGON2_ITERATIONS", "1",
                    "ARGON2_THREADS", "1",
                    "ARGON2_WAITING", "150",
                    "ARGON2_PATIENCE", "600s"),
            AuthFixture::open);
    private final ConcurrentLinkedQueue<Reply> answered = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() {
        auth.close();
    }

    /** Some are members with the right password; all come from addresses of their own. */
    private void login(int i) {
        answered.add(auth.as("").post("/auth/login", """
                {"email": "member%d@example.com", "password": "%s"}""".formatted(i, PASSWORD), "X-Forwarded-For", "192.0.2." + i));
    }

    @Test
    void aBurstOfLoginsStarvesNobody() {
        var members = IntStream.range(0, MEMBERS)
                .mapToObj(i -> auth.register("member" + i + "@example.com"))
                .toList();
        var ann = auth.as(members.getFirst().text("accessToken"));
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, LOGINS).forEach(i -> people.execute(() -> login(i)));
            await().until(() -> !answered.isEmpty());

            for (int i = 0; i < 10; i++) {
                assertThat(auth.as("").get("/auth/.well-known/jwks.json").status())
                        .isEqualTo(200);
                assertThat(ann.get("/auth/sessions").status()).isEqualTo(200);
                assertThat(hashing()).hasSizeLessThanOrEqualTo(1);
            }
            assertThat(answered).as("others were answered while logins waited").hasSizeLessThan(LOGINS);
        }
        assertThat(answered).hasSize(LOGINS).allSatisfy(reply -> {
            assertThat(reply.status()).isIn(200, 401, 503);
            if (reply.status() != 503) return;
            assertThat(reply.text("code")).isEqualTo("overloaded");
            assertThat(reply.header("Retry-After")).isEqualTo("2");
        });
        assertThat(answered.stream().filter(reply -> reply.status() != 503).count())
                .as("those who found a place in the queue")
                .isGreaterThanOrEqualTo(150);
    }

    private static List<String> hashing() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("argon2-"))
                .toList();
    }
}
