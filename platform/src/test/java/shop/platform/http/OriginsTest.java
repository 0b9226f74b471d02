package shop.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Wire;
import shop.platform.testing.Wire.Raw;

/** Who may call from a browser, and whose word counts for where a request comes from. */
class OriginsTest {

    private static final String ORIGIN = "Origin: https://shop.example\r\n";

    private static final String HEAD = " HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n";

    private final List<Javalin> servers = new ArrayList<>();

    private static List<Route> routes() {
        return List.of(
                Route.get("/where", ctx -> ctx.json(Addresses.client(ctx)))
                        .by(Role.PUBLIC)
                        .says("Say where the caller is")
                        .answers(200, String.class),
                Route.get("/secret", ctx -> ctx.json("secret"))
                        .by(Role.CUSTOMER)
                        .says("Say a secret")
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
        return wire.send(method + " /where" + HEAD + headers + "\r\n");
    }

    @Test
    void originsOnTheListMayReadAnswers() {
        var wire = start(List.of("https://shop.example", "https://other.example"), Set.of());

        var answer = send(wire, "GET", ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
        assertThat(answer.header("Vary")).contains("Origin");
        assertThat(answer.header("Access-Control-Expose-Headers").split(", ?|,"))
                .contains(
                        "Allow",
                        "ETag",
                        "Idempotent-Replayed",
                        "Link",
                        "Location",
                        "RateLimit",
                        "RateLimit-Policy",
                        "Retry-After",
                        "WWW-Authenticate",
                        "X-Request-Id");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void theyMayReadRefusalsToo() {
        var wire = start(List.of("https://shop.example"), Set.of());

        for (var path : List.of("/secret", "/no/such/path", "/where?undeclared=1")) {
            var refused = wire.send("GET " + path + HEAD + ORIGIN + "\r\n");
            assertThat(refused.status()).isBetween(400, 404);
            assertThat(refused.header("Access-Control-Allow-Origin")).as(path).isEqualTo("https://shop.example");
        }
    }

    @Test
    void theyMaySendAllThatTheShopUnderstands() {
        var wire = start(List.of("https://shop.example"), Set.of());
        var headers = List.of(
                "authorization",
                "content-type",
                "idempotency-key",
                "if-match",
                "if-none-match",
                "last-event-id",
                "traceparent",
                "x-request-id");

        for (var method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            var asked = send(
                    wire,
                    "OPTIONS",
                    ORIGIN + "Access-Control-Request-Method: " + method + "\r\nAccess-Control-Request-Headers: "
                            + String.join(",", headers) + "\r\n");
            assertThat(asked.status()).isBetween(200, 204);
            assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
            assertThat(asked.header("Access-Control-Allow-Methods").split(", ?"))
                    .contains(method);
            assertThat(asked.header("Access-Control-Allow-Headers")
                            .toLowerCase(Locale.ROOT)
                            .split(", ?"))
                    .containsAll(headers);
        }
    }

    @Test
    void othersMayNot() {
        var wire = start(List.of("https://shop.example"), Set.of());

        for (var origin : List.of(
                "https://evil.example",
                "http://shop.example",
                "https://shop.example.evil",
                "https://shop.example:8443",
                "https://evil.shop.example",
                "https://evilshop.example",
                "https://shop.exampl",
                "https://shop.example, https://evil.example",
                "HTTPS://evil.example/https://shop.example",
                "*",
                "null")) {
            for (var method : List.of("GET", "OPTIONS")) {
                var answer = send(wire, method, "Origin: " + origin + "\r\nAccess-Control-Request-Method: DELETE\r\n");
                assertThat(answer.head()).as(origin).doesNotContain("Access-Control-");
                assertThat(answer.status()).as(origin).isEqualTo(method.equals("GET") ? 200 : 405);
            }
        }
    }

    @Test
    void aListThatIsNoneIsSaidInASentence() {
        for (var wrong : List.of("*", "shop.example", "https://shop.example/", "https://Shop.example", "null")) {
            assertThatThrownBy(() -> start(List.of(wrong), Set.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("environment variable CORS_ORIGINS must hold origins like https://shop.example, not "
                            + wrong);
        }
    }

    @Test
    void cachesAreToldThatAnswersDifferByOrigin() {
        var wire = start(List.of("https://shop.example"), Set.of());

        for (var origin : List.of("", ORIGIN, "Origin: https://evil.example\r\n")) {
            assertThat(send(wire, "GET", origin).header("Vary")).as(origin).isEqualTo("Origin");
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
        assertThat(where(behind, "198.51.100.7\r\nX-Forwarded-For: 203.0.113.9"))
                .as("a proxy's own line after one made up by the client")
                .isEqualTo("203.0.113.9");
        for (var nonsense : List.of("<script>", "", "x".repeat(200), "203.0.113.9, nonsense")) {
            assertThat(where(behind, nonsense)).as(nonsense).isEqualTo("127.0.0.1");
        }
    }

    private static String where(Wire wire, String forwarded) {
        return send(wire, "GET", "X-Forwarded-For: " + forwarded + "\r\n").body();
    }
}
