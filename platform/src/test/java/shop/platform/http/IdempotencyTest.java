package shop.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.platform.testing.Client;
import shop.platform.testing.Client.Reply;

/** A key makes a request one that is done once, however often and however close together it comes. */
class IdempotencyTest {

    record Box(String name) {}

    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Javalin server = WebFixture.server(List.of(this::routes)).start(0);
    private final Client ann = new Client(server.port(), "ann");

    private List<Route> routes() {
        return List.of(
                route("/boxes", ctx -> ctx.status(201).header("Location", "/boxes/" + runs.get())),
                route("/crates", ctx -> ctx.status(201)),
                route("/slow", this::wait),
                route("/boxes/{outcome}", IdempotencyTest::refuse),
                route("/paid", ctx -> ctx.status(201)).with(Route.Trait.KEY_REQUIRED));
    }

    private Route route(String path, Handling handling) {
        return Route.post(path, ctx -> {
                    var body = Http.body(ctx, Box.class);
                    runs.incrementAndGet();
                    ctx.json(body);
                    handling.of(ctx);
                })
                .by(Role.CUSTOMER)
                .says("Do something once")
                .takes(Box.class)
                .answers(201, Box.class);
    }

    @FunctionalInterface
    private interface Handling {
        void of(Context ctx) throws InterruptedException;
    }

    private void wait(Context ctx) throws InterruptedException {
        goOn.await();
        ctx.status(201);
    }

    private static void refuse(Context ctx) {
        throw switch (ctx.pathParam("outcome")) {
            case "declined" -> Failure.of(Failure.Kind.PAYMENT_REQUIRED, "declined", "no");
            case "missing" -> Failure.notFound("box", "1");
            case "conflict" -> Failure.conflict("full", "no");
            case "forbidden" -> Failure.forbidden();
            case "invalid" -> Failure.invalid("/name", "ugly", "no");
            case "busy" -> Failure.of(Failure.Kind.TOO_MANY, "busy", "no");
            case "away" -> Failure.unavailable("the shed");
            default -> new IllegalStateException("a bug");
        };
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        Client.hangUp();
        server.stop();
    }

    private Reply post(String path, String key) {
        return ann.post(path, "{\"name\": \"kite\"}", "Idempotency-Key", key);
    }

    @Test
    void theFirstAnswerIsGivenAgainHeadersIncluded() {
        var first = post("/boxes", "k");
        var second = post("/boxes", "k");

        assertThat(runs).hasValue(1);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo("/boxes/1");
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
    }

    @Test
    void ofTwinsOneRunsAndTheOtherIsToldSo() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> post("/slow", "k"));
            await().untilAtomic(runs, is(1));

            var twin = post("/slow", "k");
            goOn.countDown();

            assertThat(twin.status()).isEqualTo(409);
            assertThat(twin.text("code")).isEqualTo("idempotency_in_progress");
            assertThat(first.get().status()).isEqualTo(201);
        }
        assertThat(post("/slow", "k").header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(runs).hasValue(1);
    }

    @Test
    void ofManyAtOnceOneRuns() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = threads.invokeAll(IntStream.range(0, WebFixture.PLACES)
                    .mapToObj(any -> (Callable<Reply>) () -> post("/boxes", "k"))
                    .toList());
            for (var reply : replies) assertThat(reply.get().status()).isIn(201, 409);
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void aKeyIsOnesOwnAndOfOneRoute() {
        post("/boxes", "k");

        assertThat(post("/crates", "k").header("Idempotent-Replayed")).isEmpty();
        assertThat(new Client(server.port(), "bob")
                        .post("/boxes", "{\"name\": \"ball\"}", "Idempotency-Key", "k")
                        .status())
                .isEqualTo(201);
        assertThat(runs).hasValue(3);
        var other = ann.post("/boxes", "{\"name\": \"ball\"}", "Idempotency-Key", "k");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("code")).isEqualTo("idempotency_key_reused");
        assertThat(runs).hasValue(3);
    }

    @Test
    void whatTheHandlerDecidedIsKept() {
        for (var outcome : List.of("declined", "missing", "conflict")) {
            var first = post("/boxes/" + outcome, outcome);
            var second = post("/boxes/" + outcome, outcome);

            assertThat(second.status()).isEqualTo(first.status()).isIn(402, 404, 409);
            assertThat(second.text("code")).isEqualTo(first.text("code"));
            assertThat(second.header("Content-Type")).startsWith("application/problem+json");
            assertThat(second.header("Idempotent-Replayed")).as(outcome).isEqualTo("true");
        }
        assertThat(runs).hasValue(3);
    }

    @Test
    void whatMayTurnOutOtherwiseIsNot() {
        for (var outcome : List.of("forbidden", "invalid", "busy", "away", "bug")) {
            assertThat(post("/boxes/" + outcome, outcome).status()).isIn(403, 422, 429, 503, 500);
            assertThat(post("/boxes/" + outcome, outcome).header("Idempotent-Replayed"))
                    .as(outcome)
                    .isEmpty();
        }
        assertThat(runs).hasValue(10);
    }

    @Test
    void aKeyIsAskedForWhereItMatters() {
        assertThat(ann.post("/paid", "{\"name\": \"kite\"}").text("code")).isEqualTo("idempotency_key_required");
        assertThat(post("/paid", "x".repeat(255)).status()).isEqualTo(201);
        for (var wrong : List.of("x".repeat(256), "", "a\tb")) {
            var refused = post("/paid", wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.text("code")).as(wrong).isEqualTo("invalid_header");
        }
        assertThat(runs).hasValue(1);
    }
}
