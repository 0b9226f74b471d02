package shop.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Client;
import shop.platform.testing.Nuisance;
import shop.platform.testing.Nuisance.Target;
import shop.platform.testing.Wire;

/** Requests as bytes, where a client library would mend them: each has its status, and the server lives on. */
class NuisanceTest {

    record Box(String name) {}

    private static final String HEAD = " HTTP/1.1\r\nHost: shop\r\nConnection: close\r\nAuthorization: Bearer ann\r\n";

    private final Javalin server =
            WebFixture.server(List.of(NuisanceTest::routes)).start(0);
    private final Wire wire = new Wire(server.port());
    private final Client ann = new Client(server.port(), "ann");

    private static List<Route> routes() {
        return List.of(
                Route.post("/boxes", ctx -> ctx.json(Http.body(ctx, Box.class)))
                        .by(Role.CUSTOMER)
                        .says("Echo a box")
                        .takes(Box.class)
                        .answers(200, Box.class),
                Route.get("/crates", ctx -> ctx.json(new Box("crate")))
                        .by(Role.CUSTOMER)
                        .says("Read")
                        .query("limit", "for show")
                        .answers(200, Box.class),
                Route.get("/crates/{id}", ctx -> ctx.json(new Box(ctx.pathParam("id"))))
                        .by(Role.CUSTOMER)
                        .says("Read one")
                        .answers(200, Box.class),
                Route.get("/crates/stream", ctx -> ctx.result("for ever"))
                        .by(Role.CUSTOMER)
                        .says("Stream")
                        .answers(200, Box.class)
                        .with(Route.Trait.STREAM));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void allAreRefusedAsTheyShouldBe() {
        for (var each : Nuisance.against(new Target("ann", "POST", "/boxes", "/crates"))) {
            assertThat(each.faults(wire)).isEmpty();
            assertThat(ann.post("/boxes", "{\"name\": \"kite\"}").status())
                    .as("after " + each.name())
                    .isEqualTo(200);
        }
    }

    @Test
    void headIsGetWithoutABody() {
        var head = wire.send("HEAD /crates" + HEAD + "\r\n");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).isEqualTo("application/json");
        assertThat(head.body()).isEmpty();

        assertThat(wire.send("HEAD /crates HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(401);
        assertThat(wire.send("HEAD /crates/stream" + HEAD + "\r\n").header("Allow"))
                .isEqualTo("GET");
        assertThat(wire.send("HEAD /boxes" + HEAD + "\r\n").status()).isEqualTo(405);
    }

    @Test
    void whatMayBeContinuedIs() {
        var answer = wire.send(
                "POST /boxes" + HEAD
                        + "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: 12\r\n\r\n{\"name\":\"a\"}");
        assertThat(answer.status()).isEqualTo(100);
        assertThat(answer.body()).startsWith("HTTP/1.1 200");
    }

    @Test
    void aWellFormedRequestIdIsKeptAndAMalformedTraceBegunAnew() {
        var answer = wire.send("GET /no/such" + HEAD + "X-Request-Id: a.b-c_9\r\ntraceparent: 00-zz-zz-01\r\n\r\n");
        assertThat(answer.header("X-Request-Id")).isEqualTo("a.b-c_9");
    }
}
