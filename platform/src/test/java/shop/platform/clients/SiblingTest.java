package shop.platform.clients;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.platform.testing.TestPlatform.NOON;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.platform.Failure.Kind;

class SiblingTest {

    record Toy(String name) {}

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();
    private final Javalin other = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                config.routes.post("/auth/service-tokens", this::token);
                config.routes.get("/toys/1", this::failTwice);
                config.routes.post("/toys", this::refuse);
                config.routes.get("/toys/broken", ctx -> ctx.status(500));
            })
            .start("127.0.0.1", 0);
    private final URI here = URI.create("http://127.0.0.1:" + other.port());
    private final Sibling toys = new Siblings("test", "secret", any -> here, Clock.fixed(NOON, UTC)).at("toys");

    @AfterEach
    void stop() {
        other.stop();
    }

    private void token(Context ctx) {
        tokens.incrementAndGet();
        ctx.contentType("application/json").result("{\"accessToken\": \"t\", \"expiresIn\": 60}");
    }

    private void failTwice(Context ctx) {
        if (calls.incrementAndGet() < 3) ctx.status(503);
        else ctx.contentType("application/json").result("{\"name\": \"" + ctx.header("Authorization") + "\"}");
    }

    private void refuse(Context ctx) {
        calls.incrementAndGet();
        ctx.status(409).contentType("application/problem+json").result("""
                {"code": "no_glue", "detail": "none", "errors": [{"pointer": "/parts/1", "code": "no_glue", "detail": "none"}]}""");
    }

    @Test
    void aReadIsTriedAgainWithOneToken() {
        assertThat(toys.get("/toys/1").as(Toy.class)).isEqualTo(new Toy("Bearer t"));
        assertThat(calls).hasValue(3);
        assertThat(tokens).hasValue(1);
    }

    @Test
    void aRefusalIsTheSameFailureHere() {
        assertThatThrownBy(() -> toys.post("/toys", Map.of()).orThrow())
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
                    assertThat(failure.code()).isEqualTo("no_glue");
                    assertThat(failure.pointer()).isEqualTo("/parts/1");
                });
        assertThat(calls).hasValue(1);
    }

    @Test
    void whatIsNotThereIsEmptyAndWhatIsBrokenIsUnavailable() {
        assertThat(toys.get("/toys/9").find(Toy.class)).isEmpty();
        unavailable(() -> toys.get("/toys/broken").as(Toy.class));
    }

    @Test
    void whoDoesNotAnswerIsUnavailable() {
        other.stop();

        unavailable(() -> toys.get("/toys/1"));
    }

    private static void unavailable(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.kind()).isEqualTo(Kind.UNAVAILABLE));
    }
}
