package shop.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.http.Role;
import shop.platform.http.Route;

/** A service that does not keep its word is caught, whichever way it breaks it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromisesTest {

    record Kite(
            @Schema(description = "What it is called", example = "red", maxLength = 20)
            String name,

            @Schema(description = "How long its string is", example = "10")
            int metres,

            @Schema(description = "When it was made", example = "2030-01-02T12:00:00.000Z")
            Instant made,

            @Schema(description = "Whose it is", example = "ann", maxLength = 20)
            Optional<String> owner) {}

    private static final String MADE = "\"made\": \"2030-01-02T12:00:00.000Z\"";

    private static final Map<String, String> ANSWERS = Map.of(
            "good", "{\"name\": \"red\", \"metres\": 10, " + MADE + "}",
            "field", "{\"name\": \"red\", \"metres\": 10, \"colour\": 1, " + MADE + "}",
            "missing", "{\"name\": \"red\", " + MADE + "}",
            "type", "{\"name\": \"red\", \"metres\": \"10\", " + MADE + "}",
            "format", "{\"name\": \"red\", \"metres\": 10, \"made\": \"yesterday\"}",
            "long", "{\"name\": \"" + "r".repeat(21) + "\", \"metres\": 10, " + MADE + "}",
            "null", "{\"name\": \"red\", \"metres\": 10, \"owner\": null, " + MADE + "}",
            "nothing", "");

    private final Platform platform = TestPlatform.with(new InMemoryBus(), Map.of());
    private final Server server = Server.start(platform, 0, List.of(PromisesTest::kites));
    private final Client anyone = new Client(server.port(), "");

    private static Service kites(Platform platform) {
        return new Service("kites", "/kites")
                .answering(() -> Stream.concat(ANSWERS.entrySet().stream().map(PromisesTest::saying), others())
                        .toList());
    }

    private static Route saying(Map.Entry<String, String> answer) {
        return Route.get(
                        "/kites/" + answer.getKey(),
                        ctx -> ctx.contentType("application/json").result(answer.getValue()))
                .by(Role.PUBLIC)
                .says("Read a kite")
                .answers(200, Kite.class);
    }

    private static Stream<Route> others() {
        return Stream.of(
                Route.get("/kites/status", ctx -> ctx.status(202))
                        .by(Role.PUBLIC)
                        .says("Read a kite")
                        .answers(204),
                Route.get("/kites/kind", ctx -> ctx.contentType("text/csv").result("red,10"))
                        .by(Role.PUBLIC)
                        .says("Read a kite")
                        .answers(200, Kite.class),
                Route.get("/kites/tag", ctx -> ctx.result("red"))
                        .by(Role.PUBLIC)
                        .says("Read a kite")
                        .answers(200, String.class)
                        .with(Route.Trait.CACHED),
                Route.get("/kites/{id}", ctx -> ctx.result("something"))
                        .by(Role.PUBLIC)
                        .says("Read no kite")
                        .answers(204));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void whoKeepsTheirWordIsNotAccused() {
        assertThat(anyone.get("/kites/good").text("name")).isEqualTo("red");
        assertThat(anyone.get("/kites/good?unknown=1").status()).isEqualTo(400);
        assertThat(anyone.get("/kites/good/no/such/path").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    status  | GET /kites/status 202: the document does not have this status
                    kind    | GET /kites/kind 200: the document does not have the kind of content text/csv
                    nothing | GET /kites/nothing 200: is empty, and the document says otherwise
                    tag     | GET /kites/tag 200: the document says that there is an ETag
                    some    | GET /kites/{id} 200: the document does not have this status
                    field   | GET /kites/field 200: : property 'colour'
                    missing | GET /kites/missing 200: : required property 'metres' not found
                    type    | GET /kites/type 200: /metres: string found, integer expected
                    format  | GET /kites/format 200: /made: does not match the date-time pattern
                    long    | GET /kites/long 200: /name: must be at most 20 characters long
                    null    | GET /kites/null 200: /owner: null found, string expected
                    """)
    void whoBreaksItIsNamed(String path, String fault) {
        assertThatThrownBy(() -> anyone.get("/kites/" + path))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(fault);
    }
}
