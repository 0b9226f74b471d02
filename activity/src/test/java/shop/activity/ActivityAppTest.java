package shop.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.app.Server;
import shop.platform.testing.Client;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.Contracts;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestPlatform;

/** The whole service over HTTP and events. */
class ActivityAppTest {

    private static final String ANN = "usr_01m1c2jv00e8e8qfx9b2d3n401";

    private final InMemoryBus bus = new InMemoryBus();
    private final Server server = Server.start(TestPlatform.with(bus, Map.of()), 0, List.of(ActivityApp::open));
    private final Client ann = new Client(server.port(), "ann");
    private final Client sue = new Client(server.port(), "sue");
    private final Client stranger = new Client(server.port(), "");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anEventBecomesAChainedRecordHoweverOftenItComes() {
        bus.publish(List.of(Contracts.sample("user.logged_in"), Contracts.sample("order.placed")));
        bus.publish(List.of(Contracts.sample("order.placed")));

        var items = sue.get("/activity?class=audit").body().path("items");

        assertThat(items).hasSize(2);
        var placed = items.valueStream()
                .filter(each -> each.path("type").asString().equals("order.placed"))
                .findFirst()
                .orElseThrow();
        assertThat(placed.path("class").asString()).isEqualTo("audit");
        assertThat(placed.path("actor").path("id").asString()).isEqualTo(ANN);
        assertThat(placed.path("actor").path("kind").asString()).isEqualTo("user");
        assertThat(placed.path("target").path("type").asString()).isEqualTo("order");
        assertThat(placed.path("data").at("/totals/grand/amount").asInt()).isEqualTo(998);
        assertThat(placed.path("hash").asString()).hasSize(64);
        assertThat(placed.path("occurredAt").asString()).isEqualTo("2030-01-02T12:00:00.000Z");
    }

    @Test
    void namesAndAddressesAreNotInTheData() {
        bus.publish(List.of(Contracts.sample("user.logged_in")));

        var record = sue.get("/activity/users/" + ANN).body().path("items").path(0);

        assertThat(record.path("data").toString())
                .doesNotContain("Ann")
                .doesNotContain("ann@")
                .doesNotContain("203.0");
        assertThat(record.path("ip").asString()).isEqualTo("203.0.113.7");
        assertThat(record.path("userAgent").asString()).isEqualTo("Mozilla/5.0");
    }

    @Test
    void behaviourIsTakenOneByOne() {
        var reply = stranger.post("/activity", """
                {"events": [
                  {"eventId": "e1", "type": "Product Viewed", "anonymousId": "dev-1", "properties": {"productId": "prd_1"}},
                  {"eventId": "e1", "type": "Product Viewed", "anonymousId": "dev-1"},
                  {"type": "Product Viewed"},
                  {"eventId": "e2"},
                  {"eventId": "e3", "type": "x", "occurredAt": "2030-01-02T12:05:01Z"},
                  {"eventId": "e4", "type": "x", "occurredAt": "2029-12-03T11:59:59Z"},
                  {"eventId": "e5", "type": "x", "properties": {"text": "%s"}},
                  {"eventId": "e6", "type": "x", "occurredAt": "yesterday"},
                  {"eventId": "e7", "type": "x", "properties": {"a.b": {"$set": 1}}}
                ]}""".formatted("x".repeat(8 * 1024)));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body().path("accepted").asInt()).isEqualTo(2);
        assertThat(reply.body().path("duplicates").asInt()).isEqualTo(1);
        assertThat(reply.body()
                        .path("rejected")
                        .valueStream()
                        .map(each -> each.path("index").asInt() + " "
                                + each.path("code").asString()))
                .containsExactly(
                        "2 required", "3 required", "4 in_future", "5 too_old", "6 too_large", "7 invalid_format");
        assertThat(sue.get("/activity?class=behaviour&target=prd_1").body().path("items"))
                .hasSize(1);
        assertThat(sue.get("/activity?type=x").body().at("/items/0/data").toString())
                .isEqualTo("{\"a.b\":{\"$set\":1}}");
    }

    @Test
    void aPersonReadsWhatIsAboutThem() {
        behave(ann, "e1");
        behave(stranger, "e2");
        behave(new Client(server.port(), "bob"), "e3");

        var mine = ann.get("/activity/me").body().path("items");

        assertThat(mine).hasSize(1);
        assertThat(mine.path(0).at("/actor/id").asString()).isEqualTo("ann");
        assertThat(ann.get("/activity/users/ann").status()).isEqualTo(403);
        assertThat(ann.get("/activity").status()).isEqualTo(403);
        assertThat(stranger.get("/activity/me").status()).isEqualTo(401);
        assertThat(new Client(server.port(), "service")
                        .get("/activity/users/ann")
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void listsArePagedAndFiltered() {
        for (var event : List.of("e1", "e2", "e3")) behave(ann, event);

        var list = "/activity?limit=2&actor=ann&from=2030-01-02T12:00:00Z&to=2030-01-02T12:00:01Z";
        var first = sue.get(list);
        var second = sue.get(list + "&cursor=" + first.text("next"));

        assertThat(first.body().path("items")).hasSize(2);
        assertThat(second.body().path("items")).hasSize(1);
        assertThat(second.body().path("next").isNull()).isTrue();
        assertThat(sue.get("/activity?to=2030-01-02T12:00:00Z").body().path("items"))
                .isEmpty();
        assertThat(sue.get("/activity?from=soon").text("code")).isEqualTo("invalid_parameter");
    }

    @Test
    void aBatchOfTheWrongShapeIsRefused() {
        refused("{}", "required", "/events");
        refused("{\"events\": []}", "required", "/events");
        refused("{\"events\": [null]}", "invalid_value", "");
        refused("{\"events\": [" + "{},".repeat(500) + "{}]}", "too_long", "/events");
        refused("{\"events\": [{\"eventId\": 1}]}", "invalid_value", "/events/0/eventId");
        refused("{\"events\": [{\"user\": \"bob\"}]}", "unknown_field", "/events/0/user");
        refused("{\"events\": [{\"properties\": {\"half\": \"\\ud800\"}}]}", "invalid_characters", "/events/0");
        refused("{\"events\": [{\"properties\": 7}]}", "invalid_value", "/events/0/properties");
        for (var half : List.of("{\"\\ud800\": 1}", "{\"deep\": [{\"\\ud800\": 1}]}")) {
            var reply = stranger.post("/activity", "{\"events\": [{\"properties\": %s}]}".formatted(half));
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.text("code")).isEqualTo("invalid_characters");
        }
    }

    @Test
    void whatCannotBeKeptIsRejected() {
        var reply = stranger.post("/activity", """
                {"events": [
                  {"eventId": "%s", "type": "x"},
                  {"eventId": "e2", "type": "x", "properties": {"\\u0000": "nul", "whole": "\\ud83d\\ude00"}},
                  {"eventId": " ", "type": "x"},
                  {"eventId": "e3", "type": "x", "anonymousId": "%s"}
                ]}""".formatted("e".repeat(201), "d".repeat(201)));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body().path("accepted").asInt()).isEqualTo(1);
        assertThat(codes(reply)).containsExactly("0 too_long", "2 required", "3 too_long");
        assertThat(sue.get("/activity").body().at("/items/0/data/whole").asString())
                .isEqualTo("\ud83d\ude00");
    }

    @Test
    void timesNobodyLivesInAreRefused() {
        for (var time : List.of("-999999999-01-01T00:00:00Z", "%2B999999999-01-01T00:00:00Z", "1969-12-31T23:59:59Z")) {
            assertThat(sue.get("/activity?from=" + time).text("code")).isEqualTo("invalid_parameter");
            assertThat(sue.get("/activity/export?to=" + time).text("code")).isEqualTo("invalid_parameter");
        }
    }

    @Test
    void theAuditLogIsVerified() {
        bus.publish(List.of(Contracts.sample("user.logged_in"), Contracts.sample("order.placed")));

        var verdict = sue.get("/activity/audit/verify");

        assertThat(verdict.body().toString()).isEqualTo("{\"valid\":true,\"records\":2}");
        assertThat(ann.get("/activity/audit/verify").status()).isEqualTo(403);
    }

    @Test
    void oldBehaviourIsTakenAsLongAsItIsNotTooOld() {
        var reply = ann.post("/activity", """
                {"events": [
                  {"eventId": "e1", "type": "x", "occurredAt": "2029-12-03T12:00:00Z"},
                  {"eventId": "e2", "type": "x", "occurredAt": "2030-01-02T13:05:00+01:00"}
                ]}""");

        assertThat(reply.body().path("accepted").asInt()).isEqualTo(2);
        assertThat(sue.get("/activity?type=x").body().at("/items/0/occurredAt").asString())
                .isEqualTo("2030-01-02T12:05:00.000Z");
    }

    @Test
    void theDocumentCallsTheClassAClass() {
        var schema = stranger.get("/openapi.json").body().at("/components/schemas/RecordView");

        assertThat(schema.path("properties").has("class")).isTrue();
        assertThat(schema.path("required").valueStream().map(each -> each.asString()))
                .contains("type")
                .doesNotContain("kind");
    }

    private void refused(String body, String code, String pointer) {
        var reply = stranger.post("/activity", body);
        assertThat(reply.status()).as(pointer + " " + code).isEqualTo(422);
        assertThat(reply.text("code")).isEqualTo(code);
        assertThat(reply.error().path("pointer").asString()).startsWith(pointer);
    }

    private static Stream<String> codes(Reply reply) {
        return reply.body()
                .path("rejected")
                .valueStream()
                .map(each ->
                        each.path("index").asInt() + " " + each.path("code").asString());
    }

    private static Reply behave(Client who, String eventId) {
        return who.post("/activity", """
                {"events": [{"eventId": "%s", "type": "Cart Viewed"}]}""".formatted(eventId));
    }
}
