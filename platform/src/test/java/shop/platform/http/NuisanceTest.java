package shop.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
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

    private static final String LASTING = " HTTP/1.1\r\nHost: shop\r\nAuthorization: Bearer ann\r\n";

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
        var soft = new SoftAssertions();
        for (var each : Nuisance.against(new Target("ann", "POST", "/boxes", "/crates"))) {
            soft.assertThat(each.faults(wire)).isEmpty();
            soft.assertThat(ann.post("/boxes", "{\"name\": \"kite\"}").status())
                    .as("after " + each.name())
                    .isEqualTo(200);
        }
        soft.assertAll();
    }

    /** Two who read the end of a request in different places would take a part of it for another request. */
    @Test
    void nothingIsSmuggledIn() {
        var hidden = "GET /crates" + HEAD + "\r\n";
        for (var framing : List.of(
                "Content-Length: 0\r\nTransfer-Encoding: chunked",
                "Content-Length: 5\r\nContent-Length: " + hidden.length(),
                "Transfer-Encoding: chunked\r\nContent-Length: " + hidden.length(),
                "Transfer-Encoding: xchunked\r\nContent-Length: " + hidden.length(),
                "Transfer-Encoding : chunked\r\nContent-Length: " + hidden.length(),
                "Transfer-Encoding: chunked, identity")) {
            var answer = wire.send("POST /boxes" + LASTING + "Content-Type: application/json\r\n" + framing
                    + "\r\n\r\n0\r\n\r\n" + hidden);
            assertThat(answer.status()).as(framing).isIn(400, 501);
            assertThat(answer.body()).as(framing).doesNotContain("HTTP/1.1 200", "crate");
        }
    }

    @Test
    void encodedSlashesAreData() {
        assertThat(wire.send("GET /crates/a%2F..%2fb" + HEAD + "\r\n").status()).isIn(200, 400);
    }

    @Test
    void olderClientsAndProxiesAreServed() {
        var read = "GET /crates HTTP/1.0\r\nAuthorization: Bearer ann\r\n\r\n";
        assertThat(wire.send(read).status()).isEqualTo(200);
        assertThat(wire.send(
                                "POST /boxes HTTP/1.0\r\nAuthorization: Bearer ann\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                        .status())
                .isBetween(400, 422);
        assertThat(wire.send("GET http://shop/crates" + HEAD + "\r\n").status()).isEqualTo(200);
        assertThat(wire.send("\r\nGET /crates" + HEAD + "\r\n").status()).isEqualTo(200);
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
