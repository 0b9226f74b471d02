package shop.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Client;
import shop.platform.testing.Wire;
import shop.platform.testing.Wire.Raw;

/** Callers who say half of what they have to say: nobody waits for them for ever, and nobody else waits at all. */
class SlowCallersTest {

    record Box(String name) {}

    private static final String BEGUN =
            "POST /boxes HTTP/1.1\r\nHost: shop\r\nAuthorization: Bearer ann\r\nContent-Type: application/json\r\n";
    private static final String HALF = BEGUN + "Content-Length: 1000\r\n\r\n{\"name\":";
    private static final int MOST_TRICKLED = 500;

    private final List<Socket> open = new ArrayList<>();
    private Javalin server = server(Duration.ofMillis(300));

    private static Javalin server(Duration patience) {
        return WebFixture.server(List.of(SlowCallersTest::routes), patience).start(0);
    }

    private static List<Route> routes() {
        return List.of(
                Route.post("/boxes", ctx -> ctx.json(Http.body(ctx, Box.class)))
                        .by(Role.CUSTOMER)
                        .says("Echo a box")
                        .takes(Box.class)
                        .answers(200, Box.class),
                Route.post("/files", ctx -> ctx.json(Http.stream(ctx).readAllBytes().length))
                        .by(Role.CUSTOMER)
                        .says("Measure a file")
                        .takes(Box.class)
                        .answers(200, Integer.class)
                        .with(Route.Trait.STREAM, Route.Trait.NO_KEY),
                Route.get("/boxes", ctx -> ctx.json(new Box("kite")))
                        .by(Role.CUSTOMER)
                        .says("Read a box")
                        .answers(200, Box.class));
    }

    @AfterEach
    void stop() throws IOException {
        for (var socket : open) socket.close();
        server.stop();
    }

    private Socket say(String begun) throws IOException {
        var socket = new Wire(server.port()).open();
        open.add(socket);
        socket.getOutputStream().write(begun.getBytes(ISO_8859_1));
        return socket;
    }

    @Test
    void aBodyThatStopsComingIsNotWaitedForForEver() throws Exception {
        for (var path : List.of("/boxes", "/files")) {
            tooSlow(Wire.answer(say(HALF.replace("/boxes", path))));
            tooSlow(Wire.answer(say(HALF.replace("/boxes", path)
                    .replace("Content-Length: 1000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\nff\r\n"))));
        }
        livesOn();
    }

    /** Else the connection would end under their hands, and the answer with it. */
    @Test
    void whoIsRefusedWhileStillTalkingIsHeardOut() throws Exception {
        var file = "x".repeat(8 << 20);
        var request = "POST /files HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\nContent-Length: "
                + file.length() + "\r\n\r\n";
        for (int i = 0; i < 5; i++) {
            var answer = Wire.answer(say(request + file));
            assertThat(answer.status()).isEqualTo(401);
        }
    }

    @Test
    void aBodyThatBreaksOffIsNoFaultOfOurs() {
        for (var path : List.of("/boxes", "/files")) {
            var answer = new Wire(server.port()).send(HALF.replace("/boxes", path));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("code").asString()).isEqualTo("incomplete_body");
        }
    }

    @Test
    void norIsOneThatTrickles() throws Exception {
        for (var path : List.of("/boxes", "/files")) {
            var socket = say(HALF.replace("/boxes", path));
            var trickling = Thread.startVirtualThread(() -> trickle(socket, ' '));
            tooSlow(Wire.answer(socket));
            trickling.join();
        }
        livesOn();
    }

    @Test
    void norIsTheRestOfOneThatIsTooLarge() throws Exception {
        var answer = Wire.answer(say(BEGUN + "Content-Length: 99999999\r\n\r\n{"));

        assertThat(answer.status()).isEqualTo(408);
        livesOn();
    }

    @Test
    void aHeadThatStopsComingEndsTheConnection() throws Exception {
        for (var begun : List.of("", "P", "POST /boxes HTTP/1.1\r\nHost: sh", BEGUN)) {
            var answer = Wire.answer(say(begun));

            assertThat(answer.status()).as(begun).isIn(0, 408);
            if (answer.status() != 0) problem(answer);
        }
        livesOn();
    }

    @Test
    void manyOfThemKeepNobodyElseWaiting() throws Exception {
        server.stop();
        server = server(Duration.ofSeconds(30));
        for (int i = 0; i < 5 * WebFixture.PLACES; i++) {
            say(HALF);
            say(BEGUN + "X-Slow: ");
            say("");
        }
        for (int i = 0; i < 10; i++) livesOn();
    }

    /** Says one more character now and then, for as long as anybody listens. */
    private static void trickle(Socket socket, char character) {
        try {
            for (int i = 0; i < MOST_TRICKLED; i++) {
                socket.getOutputStream().write(character);
                Thread.sleep(Duration.ofMillis(20)); // it is slow that is to be shown
            }
        } catch (IOException hungUp) {
            assertThat(socket.isConnected()).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tooSlow(Raw answer) {
        problem(answer);
        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.header("Connection")).isEqualTo("close");
    }

    private static void problem(Raw answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("code").asString()).isEqualTo("request_timeout");
        assertThat(answer.json().path("requestId").asString()).isEqualTo(answer.header("X-Request-Id"));
    }

    private void livesOn() {
        var ann = new Client(server.port(), "ann");
        assertThat(ann.get("/boxes").status()).isEqualTo(200);
        assertThat(ann.post("/boxes", "{\"name\": \"kite\"}").status()).isEqualTo(200);
    }
}
