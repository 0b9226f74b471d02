package shop.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Wire;
import shop.platform.testing.Wire.Raw;

/** Who may call from a browser, and whose word counts for where a request comes from. */
class OriginsTest {

    private static final String ORIGIN = "Origin: https://shop.example\r\n";

    private final List<Javalin> servers = new ArrayList<>();

    private static List<Route> routes() {
        return List.of(Route.get("/where", ctx -> ctx.json(Addresses.client(ctx)))
                .by(Role.PUBLIC)
                .says("Say where the caller is")
                .answers(200, String.class));
    }

    private Wire start(List<String> origins, Set<String> proxies) {
        var server = WebFixture.server(List.of(OriginsTest::routes), RateLimits.NONE, origins, proxies)
                .start(0);
        servers.add(server);
        return new Wire(server.port());
    }

    @AfterEach
    void stop() {
        servers.forEach(Javalin::stop);
    }

    private static Raw send(Wire wire, String method, String headers) {
        return wire.send(method + " /where HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n" + headers + "\r\n");
    }

    @Test
    void originsOnTheListMayReadAnswers() {
        var wire = start(List.of("https://shop.example", "https://other.example"), Set.of());

        var answer = send(wire, "GET", ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
        assertThat(answer.header("Vary")).contains("Origin");
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag", "Retry-After", "X-Request-Id");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();

        var wish = "Access-Control-Request-Headers: authorization, if-match\r\n";
        var asked = send(wire, "OPTIONS", ORIGIN + "Access-Control-Request-Method: PATCH\r\n" + wish);
        assertThat(asked.status()).isBetween(200, 204);
        assertThat(asked.header("Access-Control-Allow-Methods")).containsIgnoringCase("patch");
        assertThat(asked.header("Access-Control-Allow-Headers")).containsIgnoringCase("if-match");
    }

    @Test
    void othersMayNot() {
        var wire = start(List.of("https://shop.example"), Set.of());

        for (var origin : List.of("https://evil.example", "http://shop.example", "https://shop.example.evil", "null")) {
            var answer = send(wire, "GET", "Origin: " + origin + "\r\n");
            assertThat(answer.header("Access-Control-Allow-Origin")).as(origin).isEmpty();
        }
    }

    @Test
    void withoutAListNobodyMay() {
        var answer = send(start(List.of(), Set.of()), "GET", ORIGIN);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void onlyProxiesOfOursAreBelieved() {
        var alone = start(List.of(), Set.of());
        assertThat(where(alone, "203.0.113.9")).isEqualTo("127.0.0.1");

        var behind = start(List.of(), Set.of("127.0.0.1", "10.0.0.1"));
        assertThat(where(behind, "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(where(behind, "198.51.100.7, 203.0.113.9"))
                .as("made up by the client")
                .isEqualTo("203.0.113.9");
        assertThat(where(behind, "203.0.113.9, 10.0.0.1")).as("two of ours").isEqualTo("203.0.113.9");
        assertThat(where(behind, "2001:db8::1")).isEqualTo("2001:db8::1");
        for (var nonsense : List.of("<script>", "", "x".repeat(200), "203.0.113.9, nonsense")) {
            assertThat(where(behind, nonsense)).as(nonsense).isEqualTo("127.0.0.1");
        }
    }

    private static String where(Wire wire, String forwarded) {
        return send(wire, "GET", "X-Forwarded-For: " + forwarded + "\r\n").body();
    }
}
