package shop.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import shop.platform.testing.Client;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.Nuisance;
import shop.platform.testing.Nuisance.Target;
import shop.platform.testing.Wire;
import tools.jackson.databind.JsonNode;

/** The manners of API.md §1, on every route of every service: the routes are those of the published documents. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {

    /** A route as its document describes it. */
    private record Operation(String service, String method, String path, JsonNode document) {

        String url() {
            return path.replaceAll("\\{[^}]+}", "none_00000000000000000000000000");
        }

        String name() {
            return method + " " + path;
        }

        boolean open() {
            return document.path("security").isEmpty();
        }

        Set<String> roles() {
            return Set.copyOf(document.path("x-roles")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList());
        }

        boolean takesJson() {
            return document.at("/requestBody/content").has("application/json");
        }

        boolean takesForms() {
            return document.at("/requestBody/content").has("application/x-www-form-urlencoded");
        }

        boolean may(String role) {
            return roles().contains(role) || roles().contains("public");
        }

        boolean hasParameter(String name) {
            return document.path("parameters")
                    .valueStream()
                    .anyMatch(each -> each.path("name").asString().equals(name));
        }

        boolean requires(String header) {
            return document.path("parameters")
                    .valueStream()
                    .anyMatch(each -> each.path("name").asString().equals(header)
                            && each.path("required").asBoolean());
        }

        boolean streams() {
            return path.endsWith("/stream") || path.endsWith("/export");
        }
    }

    private static final String ROW = "%-14s %6d %7d%n";

    private final Shop shop = Shop.open();
    private final List<Operation> operations = new ArrayList<>();
    private SoftAssertions soft = new SoftAssertions();
    private Map<String, Client> callers = Map.of();
    private final Map<String, Integer> checks = new LinkedHashMap<>();
    private final Codes codes = new Codes();

    @BeforeAll
    void readTheDocuments() {
        for (var service : Local.NAMES) {
            var document = shop.stranger().get("/openapi/" + service + ".json").body();
            codes.promised(service, document);
            for (var path : document.path("paths").properties()) {
                for (var method : path.getValue().properties()) {
                    var name = method.getKey().toUpperCase(Locale.ROOT);
                    operations.add(new Operation(service, name, path.getKey(), method.getValue()));
                }
            }
        }
        var service = new Client(
                shop.port(), shop.stranger().post("/auth/service-tokens", """
                {"service": "orders", "secret": "for development only"}""").text("accessToken"));
        callers = Map.of(
                "admin",
                shop.admin().client(),
                "customer",
                shop.register("cora").client(),
                "service",
                service,
                "public",
                shop.stranger());
    }

    @BeforeEach
    void beginAnew() {
        soft = new SoftAssertions();
    }

    @AfterAll
    void close() {
        var table = new StringBuilder("%n%-14s %6s %7s%n".formatted("service", "routes", "checks"));
        for (var service : Local.NAMES) {
            table.append(ROW.formatted(service, routes(service).count(), checks.getOrDefault(service, 0)));
        }
        var all = checks.values().stream().mapToInt(Integer::intValue).sum();
        table.append(ROW.formatted("all", operations.size(), all));
        LoggerFactory.getLogger(ConformanceTest.class).warn("{}", table);
        shop.close();
    }

    @Test
    void everyRouteIsInADocument() {
        assertThat(operations).hasSizeGreaterThan(120);
    }

    @Test
    void strangersAreTurnedAway() {
        for (var each : operations) {
            if (each.open() || each.roles().contains("public")) continue;
            var reply = send(each, shop.stranger(), each.url(), "{}");
            problem(each, reply, 401, "unauthenticated");
            soft.assertThat(reply.header("WWW-Authenticate")).as(each.name()).isEqualTo("Bearer");
            problem(
                    each,
                    send(each, new Client(shop.port(), "no.good.token"), each.url(), "{}"),
                    401,
                    "unauthenticated");
        }
        soft.assertAll();
    }

    @Test
    void whoMayNotIsToldSo() {
        for (var each : operations) {
            if (each.roles().contains("customer") || each.roles().contains("public")) continue;
            problem(each, send(each, as("customer"), each.url(), "{}"), 403, "forbidden");
        }
        soft.assertAll();
    }

    @Test
    void whatNobodyDeclaredIsRefused() {
        for (var each : operations) {
            problem(each, send(each, caller(each), each.url() + "?undeclared=1", "{}"), 400, "invalid_parameter");
            if (!each.streams()) {
                problem(
                        each,
                        send(each, caller(each), each.url(), "{}", "Accept", "image/x-unknown"),
                        406,
                        "not_acceptable");
            }
        }
        soft.assertAll();
    }

    @Test
    void listsHaveLimitsAndSignedCursors() {
        for (var each : operations) {
            if (!each.hasParameter("cursor")) continue;
            for (var bad : List.of("limit=0", "limit=101", "limit=x", "limit=1&limit=2")) {
                var reply = send(each, caller(each), each.url() + "?" + bad, "");
                if (reply.status() != 404) problem(each, reply, 400, "invalid_parameter");
            }
            var reply = send(each, caller(each), each.url() + "?cursor=bWFkZSB1cA", "");
            if (reply.status() != 404) problem(each, reply, 400, "invalid_cursor");
        }
        soft.assertAll();
    }

    @Test
    void bodiesAreJsonOfTheRightShape() {
        for (var each : operations) {
            if (!each.takesJson()) continue;
            problem(
                    each,
                    send(each, caller(each), each.url(), "<a/>", "Content-Type", "text/xml"),
                    415,
                    "unsupported_media_type");
            problem(
                    each,
                    send(each, caller(each), each.url(), "{\"a\":\"" + "x".repeat(1 << 21) + "\"}"),
                    413,
                    "content_too_large");
            refused(each, "{", "malformed_json");
            refused(each, "{\"\\u0000no such field\": 1}", "unknown_field", "required"); // whichever is noticed first
            refused(each, "[".repeat(2_000), "malformed_json", "too_complex", "invalid_value");
            refused(each, "[]", "invalid_value");
        }
        soft.assertAll();
    }

    @Test
    void keysAndVersionsAreAskedFor() {
        for (var each : operations) {
            if (each.requires("Idempotency-Key")) {
                problem(each, bare(each), 400, "idempotency_key_required");
            }
            if (each.requires("If-Match")) problem(each, bare(each), 428, "precondition_required");
        }
        soft.assertAll();
    }

    @Test
    void otherMethodsAreNamed() {
        for (var each : operations) {
            var reply = caller(each).send("TRACE".equals(each.method()) ? "GET" : "PROPFIND", each.url(), "");
            soft.assertThat(reply.status()).as(each.name()).isIn(404, 405, 501);
            count(each);
        }
        soft.assertAll();
    }

    @Test
    void theDocumentShowsAnExampleOfEverything() {
        for (var each : operations) {
            each.document()
                    .path("responses")
                    .properties()
                    .forEach(response -> response.getValue()
                            .path("content")
                            .properties()
                            .forEach(content -> {
                                soft.assertThat(content.getValue().has("example"))
                                        .as(each.name() + " " + response.getKey())
                                        .isTrue();
                                count(each);
                            }));
            soft.assertThat(each.document().path("summary").asString())
                    .as(each.name())
                    .isNotBlank();
        }
        soft.assertAll();
    }

    @Test
    void whatNoHonestClientSendsIsRefusedByEveryService() {
        for (var service : Local.NAMES) {
            var role = service.equals("email") ? "admin" : "customer";
            var writing = first(service, each -> each.may(role) && each.takesJson() && !each.takesForms());
            var reading = first(
                    service,
                    each -> each.roles().contains(role) && each.method().equals("GET") && !each.streams());
            var target = new Target(as(role).name(), writing.method(), writing.path(), reading.path());
            for (var each : Nuisance.against(target)) {
                soft.assertThat(each.faults(new Wire(shop.port()))).as(service).isEmpty();
                soft.assertThat(shop.stranger().get("/health/live").status())
                        .as(service + " after " + each.name())
                        .isEqualTo(200);
                count(writing);
            }
            soft.assertThat(as(role).get(reading.path()).status()).as(service).isEqualTo(200);
        }
        soft.assertAll();
    }

    @Test
    void everyCodeIsExplained() {
        for (var service : Local.NAMES) codes.named(service);
        codes.named("platform");
        for (var service : Local.NAMES) codes.inErrors(service);
        codes.writeWhenAsked();
        assertThat(Codes.page()).isEqualTo(codes.rendered()).doesNotContain("TO BE EXPLAINED");
        assertThat(shop.stranger().get("/docs/codes").body().asString()).isEqualTo(Codes.page());
    }

    /** One without parameters in its path. */
    private Operation first(String service, Predicate<Operation> kind) {
        return routes(service)
                .filter(each -> !each.path().contains("{"))
                .filter(kind)
                .findFirst()
                .orElseThrow();
    }

    private Stream<Operation> routes(String service) {
        return operations.stream().filter(each -> each.service().equals(service));
    }

    private void count(Operation each) {
        checks.merge(each.service(), 1, Integer::sum);
    }

    /** A body that no handler may accept; on a made-up resource the handler may say first that there is none. */
    private void refused(Operation each, String body, String... codes) {
        var reply = send(each, caller(each), each.url(), body);
        count(each);
        if (each.path().contains("{") && reply.status() == 404) return;
        if (each.path().contains("/webhooks/") && reply.status() == 401) return; // what is not signed is not read
        soft.assertThat(reply.status())
                .as(each.name() + " " + body.substring(0, Math.min(20, body.length())))
                .isIn(400, 422);
        soft.assertThat(reply.text("code")).as(each.name() + " " + reply.body()).isIn((Object[]) codes);
    }

    private void problem(Operation each, Reply reply, int status, String code) {
        count(each);
        if (status == 413 && each.path().contains("{") && reply.status() == 404) return; // nothing there to change
        soft.assertThat(reply.status()).as(each.name() + " " + reply.body()).isEqualTo(status);
        soft.assertThat(reply.text("code")).as(each.name()).isEqualTo(code);
        soft.assertThat(reply.header("Content-Type")).as(each.name()).startsWith("application/problem+json");
        soft.assertThat(reply.text("requestId")).as(each.name()).isEqualTo(reply.header("X-Request-Id"));
        soft.assertThat(reply.header("X-Content-Type-Options")).as(each.name()).isEqualTo("nosniff");
    }

    private Client as(String role) {
        return Objects.requireNonNull(callers.get(role));
    }

    private Client caller(Operation each) {
        for (var role : List.of("public", "customer", "admin", "service")) {
            if (each.roles().contains(role)) return as(role);
        }
        return as("admin");
    }

    private Reply bare(Operation each) {
        return caller(each).send(each.method(), each.url(), "{}");
    }

    private static Reply send(Operation each, Client client, String url, String body, String... more) {
        var headers =
                new ArrayList<>(List.of("Idempotency-Key", "conformance-" + System.nanoTime(), "If-Match", "\"1\""));
        if (!each.takesJson() && each.document().has("requestBody")) {
            headers.addAll(List.of(
                    "Content-Type",
                    each.document()
                            .at("/requestBody/content")
                            .propertyNames()
                            .iterator()
                            .next()));
        }
        headers.addAll(List.of(more));
        return client.send(each.method(), url, each.method().equals("GET") ? "" : body, headers.toArray(String[]::new));
    }
}
