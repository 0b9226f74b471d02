package shop.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.platform.testing.Client;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.Logged;

/** The manners of every service, on a server with next to nothing behind it. */
class HttpTest {

    record Toy(String name, int weight) {

        Toy {
            if (weight < 1) throw Failure.invalid("/weight", "out_of_range", "must be at least 1");
        }
    }

    record Box(List<Toy> toys) {}

    private final Javalin server = WebFixture.server(List.of(HttpTest::routes)).start(0);
    private final Client ann = new Client(server.port(), "ann");

    private static List<Route> routes() {
        return List.of(
                Route.post("/boxes", HttpTest::echo)
                        .by(Role.CUSTOMER)
                        .says("Echo a box")
                        .takes(Box.class)
                        .answers(200, Box.class),
                Route.put("/boxes/1", ctx -> ctx.json(ETag.required(ctx)))
                        .by(Role.CUSTOMER)
                        .says("Say the version")
                        .answers(200, Integer.class),
                Route.get(
                                "/called/{name}",
                                ctx -> ctx.json(ctx.pathParam("name").length()))
                        .by(Role.CUSTOMER)
                        .says("Measure a name")
                        .answers(200, Integer.class),
                Route.get("/bug", ctx -> ctx.json(Integer.parseInt("secret")))
                        .by(Role.CUSTOMER)
                        .says("Break")
                        .answers(200, Integer.class),
                Route.get("/outage", ctx -> ctx.json(shut()))
                        .by(Role.CUSTOMER)
                        .says("Need what is away")
                        .answers(200, Integer.class),
                Route.get("/people/{address}", ctx -> ctx.json(shut()))
                        .by(Role.CUSTOMER)
                        .says("Look for somebody")
                        .answers(200, Integer.class));
    }

    private static int shut() {
        throw new UncheckedIOException(new IOException("secret"));
    }

    private static void echo(Context ctx) {
        ctx.json(Http.body(ctx, Box.class));
    }

    @AfterEach
    void stop() {
        Client.hangUp();
        server.stop();
    }

    @Test
    void aProblemHasTheAgreedForm() {
        var reply = ann.post("/boxes", "{", "X-Request-Id", "r-1");

        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.body().propertyNames())
                .containsExactly("type", "title", "status", "detail", "code", "requestId");
        assertThat(reply.text("requestId")).isEqualTo("r-1");
        assertProblem(reply, 400, "malformed_json");
    }

    @Test
    void anUnknownFieldIsRefusedAndPointedAt() {
        var reply = ann.post("/boxes", """
                {"toys": [{"name": "kite", "weight": 1, "a/b": 1}]}""");

        assertRefused(reply, "unknown_field", "/toys/0/a~1b");
    }

    @Test
    void aMissingFieldIsPointedAt() {
        assertRefused(ann.post("/boxes", "{}"), "required", "/toys");
        assertRefused(ann.post("/boxes", "{\"toys\": null}"), "required", "/toys");
        assertRefused(ann.post("/boxes", "{\"toys\": [{\"name\": \"kite\"}]}"), "required", "/toys/0/weight");
    }

    @Test
    void nothingIsConvertedInSilence() {
        for (var weight : List.of("\"1\"", "1.5", "true", "3000000000")) {
            var reply = ann.post("/boxes", "{\"toys\": [{\"name\": \"kite\", \"weight\": " + weight + "}]}");
            assertRefused(reply, "invalid_value", "/toys/0/weight");
        }
    }

    @Test
    void whatTheDomainRefusesIsPointedAtToo() {
        var reply = ann.post("/boxes", """
                {"toys": [{"name": "kite", "weight": 1}, {"name": "cloud", "weight": 0}]}""");

        assertRefused(reply, "out_of_range", "/toys/1/weight");
    }

    @Test
    void bodiesAreJsonAndOfModestSize() {
        assertProblem(ann.post("/boxes", ""), 400, "malformed_json");
        assertProblem(ann.post("/boxes", "{\"toys\": []} x"), 400, "malformed_json");
        assertProblem(ann.post("/boxes", "{\"toys\": []} {}"), 400, "malformed_json");
        assertProblem(ann.post("/boxes", "{\"toys\": [], \"toys\": []}"), 400, "malformed_json");
        assertProblem(ann.send("POST", "/boxes", "<a/>", "Content-Type", "text/xml"), 415, "unsupported_media_type");
        assertProblem(ann.post("/boxes", " ".repeat(1 << 21)), 413, "content_too_large");
    }

    @Test
    void nothingHasAnEndlessName() {
        assertThat(ann.get("/called/" + "n".repeat(320)).body().asInt()).isEqualTo(320);
        assertProblem(ann.get("/called/" + "n".repeat(321)), 404, "not_found");
    }

    @Test
    void unknownPathsAndMethodsAreProblemsToo() {
        assertProblem(ann.get("/nope"), 404, "not_found");

        var reply = ann.send("PATCH", "/boxes", "{}");
        assertProblem(reply, 405, "method_not_allowed");
        assertThat(reply.header("Allow")).contains("POST");
    }

    @Test
    void strangersAreToldHowToComeIn() {
        var stranger = new Client(server.port(), "").post("/boxes", "{}");

        assertProblem(stranger, 401, "unauthenticated");
        assertThat(stranger.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertProblem(new Client(server.port(), "service").post("/boxes", "{}"), 403, "forbidden");
    }

    @Test
    void aChangeNeedsTheVersionItIsMadeTo() {
        assertProblem(ann.send("PUT", "/boxes/1", "{}"), 428, "precondition_required");
        assertProblem(ann.send("PUT", "/boxes/1", "{}", "If-Match", "\"x\""), 412, "stale_version");
        assertThat(ann.send("PUT", "/boxes/1", "{}", "If-Match", "\"7\"").body().asInt())
                .isEqualTo(7);
    }

    @Test
    void aBugSaysNothingAboutItself() {
        var reply = ann.get("/bug");

        assertProblem(reply, 500, "internal_error");
        assertThat(reply.body().toString()).doesNotContain("secret", "Exception");
    }

    @Test
    void whatIsAwayIsNoBug() {
        var reply = ann.get("/outage");

        assertProblem(reply, 503, "unavailable");
        assertThat(reply.header("Retry-After")).isEqualTo("5");
        assertThat(reply.body().toString()).contains("the shed").doesNotContain("secret", "Exception");
    }

    @Test
    void theLogNamesTheRouteAndNobodyInItsPath() {
        try (var log = Logged.by(Problems.class)) {
            assertThat(ann.get("/people/bea@shop.test").status()).isEqualTo(503);

            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("GET /people/{address} failed"))
                    .noneMatch(line -> line.contains("bea@shop.test"));
        }
    }

    @Test
    void aRouteWithoutRolesDoesNotStart() {
        assertThatThrownBy(() -> WebFixture.server(List.of(() -> List.of(Route.get("/open", ctx -> {})))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("GET /open declares no role");
    }

    private static void assertProblem(Reply reply, int status, String code) {
        assertThat(reply.text("code")).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().path("status").asInt()).isEqualTo(status);
    }

    private static void assertRefused(Reply reply, String code, String pointer) {
        assertProblem(reply, 422, code);
        assertThat(reply.error().path("pointer").asString()).isEqualTo(pointer);
        assertThat(reply.error().path("code").asString()).isEqualTo(code);
    }
}
