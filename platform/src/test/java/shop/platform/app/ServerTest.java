package shop.platform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.platform.http.Http;
import shop.platform.http.Role;
import shop.platform.http.Route;
import shop.platform.testing.Client;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestPlatform;

/** What every service gets from its server, whatever it does. */
class ServerTest {

    enum Colour {
        DARK_RED
    }

    record Toy(
            @Schema(description = "What it is called", example = "kite", maxLength = 20)
            String name,

            @Schema(description = "Its colour") Optional<Colour> colour) {}

    private final Platform platform = TestPlatform.with(new InMemoryBus(), Map.of());
    private final Server server = Server.start(platform, 0, List.of(ServerTest::toys));
    private final Client ann = new Client(server.port(), "ann");

    private static Service toys(Platform platform) {
        return new Service("toys", "/toys")
                .answering(() -> List.of(
                        Route.post("/toys", ctx -> ctx.status(201).json(Http.body(ctx, Toy.class)))
                                .by(Role.CUSTOMER)
                                .says("Make a toy")
                                .takes(Toy.class)
                                .answers(201, Toy.class),
                        Route.get("/toys/{id}", ctx -> ctx.json(List.of(ctx.pathParam("id"))))
                                .by(Role.PUBLIC)
                                .says("Read a toy")
                                .answers(200, Object.class),
                        Route.get("/toys/mine", ctx -> ctx.json(List.of("all of mine")))
                                .by(Role.PUBLIC)
                                .says("List my toys")
                                .answers(200, Object.class),
                        Route.post("/toys/broken", ctx -> {
                                    throw Failure.conflict("no_glue", "there is no glue");
                                })
                                .by(Role.CUSTOMER)
                                .says("Mend a toy")
                                .answers(204)
                                .refuses(409, "no_glue")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void itSaysHowItIs() {
        assertThat(ann.get("/health/live").text("status")).isEqualTo("up");
        assertThat(ann.get("/health/ready")
                        .body()
                        .path("checks")
                        .path("mongodb")
                        .asString())
                .isEqualTo("up");
        assertThat(ann.get("/metrics").status()).isEqualTo(200);
    }

    @Test
    void theDocumentTellsOfEveryRouteFieldAndRefusal() {
        var document = ann.get("/openapi.json").body();
        var make = document.path("paths").path("/toys").path("post");

        assertThat(document.at("/info/description").asString()).contains("408", "414", "417", "431", "501", "505");
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(make.path("responses").propertyNames()).contains("201", "400", "401", "403", "413", "415", "422");
        assertThat(make.at("/requestBody/content/application~1json/example/name")
                        .asString())
                .isEqualTo("kite");
        assertThat(document.at("/components/schemas/Toy/required/0").asString()).isEqualTo("name");
        assertThat(document.at("/components/schemas/Toy/properties/colour/enum/0")
                        .asString())
                .isEqualTo("dark_red");
        assertThat(document.path("paths").propertyNames()).contains("/toys/dead-letters");
    }

    @Test
    void thePageOfTheDocumentsFetchesNothingFromElsewhere() {
        var page = ann.get("/docs");
        var html = page.body().asString();

        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'self';")
                .doesNotContain("http");
        assertThat(html).doesNotContain("http").doesNotContainPattern("<script>|<style|\\son\\w+=");
        assertThat(ann.get("/docs?urls.primaryName=test").status())
                .as("after a reload")
                .isEqualTo(200);
        for (var file : List.of(
                "page.js",
                "swagger-ui-bundle.js",
                "swagger-ui-standalone-preset.js",
                "swagger-ui.css",
                "favicon-32x32.png")) {
            assertThat(html).contains("/docs/" + file);
            assertThat(ann.get("/docs/" + file).status()).as(file).isEqualTo(200);
        }
        assertThat(ann.get("/docs/config.json").body().at("/urls/0/url").asString())
                .isEqualTo("/openapi/toys.json");
    }

    @Test
    void whatIsNoPageMayFetchNothing() {
        for (var path : List.of("/toys/1", "/no/such/path", "/openapi.json")) {
            assertThat(ann.get(path).header("Content-Security-Policy"))
                    .as(path)
                    .isEqualTo("default-src 'none'; frame-ancestors 'none'");
        }
    }

    @Test
    void aNameIsNotTakenForAParameter() {
        assertThat(ann.get("/toys/mine").body().path(0).asString()).isEqualTo("all of mine");
        assertThat(ann.get("/toys/1").body().path(0).asString()).isEqualTo("1");
        assertThat(ann.get("/toys/dead-letters").status()).isEqualTo(403);
    }

    @Test
    void onlyAdminsWorkOffDeadLetters() {
        var root = new Client(server.port(), "root");

        assertThat(root.get("/toys/dead-letters").body().path("items").isEmpty())
                .isTrue();
        assertThat(root.post("/toys/dead-letters/evt_1/replay", "").text("code"))
                .isEqualTo("dead_letter_not_found");
        assertThat(root.delete("/toys/dead-letters/evt_1").status()).isEqualTo(404);
        assertThat(ann.delete("/toys/dead-letters/evt_1").status()).isEqualTo(403);
    }

    @Test
    void theSameKeyIsAnsweredTheSame() {
        var first = ann.post("/toys", "{\"name\": \"kite\"}", "Idempotency-Key", "k1");
        var second = ann.post("/toys", "{\"name\": \"kite\"}", "Idempotency-Key", "k1");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(ann.post("/toys", "{\"name\": \"ball\"}", "Idempotency-Key", "k1")
                        .text("code"))
                .isEqualTo("idempotency_key_reused");
        assertThat(new Client(server.port(), "bob")
                        .post("/toys", "{\"name\": \"ball\"}", "Idempotency-Key", "k1")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aRefusalThatLastsIsKeptAndOneThatDoesNotIsNot() {
        assertThat(ann.post("/toys/broken", "", "Idempotency-Key", "k2").status())
                .isEqualTo(409);
        var again = ann.post("/toys/broken", "", "Idempotency-Key", "k2");
        assertThat(again.text("code")).isEqualTo("no_glue");
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");

        assertThat(ann.post("/toys", "{}", "Idempotency-Key", "k3").status()).isEqualTo(422);
        assertThat(ann.post("/toys", "{\"name\": \"kite\"}", "Idempotency-Key", "k3")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatNobodyDeclaredIsRefused() {
        assertThat(ann.post("/toys?colour=red", "{\"name\": \"kite\"}").text("code"))
                .isEqualTo("invalid_parameter");
        assertThat(ann.post("/toys", "{\"name\": \"ki\\u0000te\"}").text("code"))
                .isEqualTo("invalid_characters");
        assertThat(ann.post("/toys", "{\"name\": \"\\ud800\"}").text("code")).isEqualTo("invalid_characters");
        assertThat(ann.post("/toys", "[".repeat(10_000)).status()).isBetween(400, 422);
        assertThat(ann.post("/toys", "{\"name\": \"kite\"}", "Accept", "text/csv")
                        .status())
                .isEqualTo(406);
    }

    @Test
    void aTakenPortIsSaidInASentence() {
        assertThatThrownBy(() -> Server.start(platform, server.port(), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("port " + server.port() + " is taken");
    }
}
