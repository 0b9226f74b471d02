package shop.activity.events;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import shop.activity.domain.Actor;
import shop.activity.domain.Origin;
import shop.activity.domain.Target;
import shop.platform.events.Event;
import shop.platform.json.Json;
import shop.platform.testing.Contracts;
import tools.jackson.databind.JsonNode;

/** What the log makes of every event that compose/contracts promises. */
class HeardTest {

    /** What names somebody, or may. A field that is new in a contract has to be put here or into Redaction. */
    private static final Set<String> WITHHELD = Set.of(
            "address",
            "contactEmail",
            "displayName",
            "email",
            "name",
            "options",
            "sealedContact",
            "sealedToken",
            "slug",
            "title",
            "trackingNumber",
            "userAgent");

    static Stream<String> types() {
        return Stream.of(Path.of("../compose/contracts").toFile().list()).map(name -> name.replace(".json", ""));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldIsEitherKnownToNameNobodyOrWithheld(String type) {
        var data = Contracts.sample(type).data();
        var kept = names(Json.TOLERANT.readTree(Redaction.of(data)));

        assertThat(kept).doesNotContainAnyElementsOf(WITHHELD);
        var missing = names(data);
        missing.removeAll(kept);
        missing.remove("reason"); // kept where it is a code
        assertThat(WITHHELD).containsAll(missing);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyEventIsAboutSomethingBySomebody(String type) {
        var event = Contracts.sample(type);
        var entry = new Heard(event).entry(NOON);

        assertThat(entry.fact().type()).isEqualTo(type);
        assertThat(entry.fact().target().orElseThrow().id()).isEqualTo(event.subject());
        assertThat(entry.occurredAt()).isEqualTo(event.time());
        assertThat(entry.id())
                .startsWith("act_")
                .isEqualTo(new Heard(event).entry(NOON.plusSeconds(9)).id());
        assertThat(Tally.of(event))
                .allSatisfy(measure -> assertThat(measure.at()).isEqualTo(event.time()));
    }

    @ParameterizedTest
    @CsvSource({
        "order.placed,          usr_01m1c2jv00e8e8qfx9b2d3n401, order",
        "order.shipped,         usr_01m1c2jv00e8e8qfx9b2d3n402, order",
        "user.logged_in,        usr_01m1c2jv00e8e8qfx9b2d3n401, user",
        "user.roles_changed,    usr_01m1c2jv00e8e8qfx9b2d3n404, user",
        "user.deleted,          usr_01m1c2jv00e8e8qfx9b2d3n401, user",
        "product.viewed,        usr_01m1c2jv00e8e8qfx9b2d3n401, product",
        "stock.adjusted,        usr_01m1c2jv00e8e8qfx9b2d3n402, product",
        "review.created,        usr_01m1c2jv00e8e8qfx9b2d3n401, review"
    })
    void peopleAct(String type, String actor, String target) {
        var fact = new Heard(Contracts.sample(type)).fact();

        assertThat(fact.actor()).isEqualTo(Actor.user(actor));
        assertThat(fact.target().map(Target::type)).contains(target);
    }

    @ParameterizedTest
    @CsvSource({"email.sent, email, email", "review.summary_changed, reviews, product", "stock.low, products, product"})
    void servicesAct(String type, String actor, String target) {
        var fact = new Heard(Contracts.sample(type)).fact();

        assertThat(fact.actor()).isEqualTo(Actor.service(actor));
        assertThat(fact.target().map(Target::type)).contains(target);
    }

    @Test
    void whoFailsToSignInIsNobodyYet() {
        var entry = new Heard(Contracts.sample("user.login_failed")).entry(NOON);

        assertThat(entry.fact().actor()).isEqualTo(Actor.nobody());
        assertThat(entry.people()).containsExactly("usr_01m1c2jv00e8e8qfx9b2d3n401");
        assertThat(entry.origin()).isEqualTo(new Origin(Optional.of("203.0.113.7"), Optional.of("Mozilla/5.0")));
    }

    @Test
    void theSystemIsItsService() {
        var data = Json.TOLERANT.readTree("""
                {"by": "system", "reason": "not_paid_in_time"}""");
        var fact = new Heard(event("order.cancelled", data)).fact();

        assertThat(fact.actor()).isEqualTo(Actor.service("orders"));
        assertThat(fact.data()).isEqualTo("{\"by\":\"system\",\"reason\":\"not_paid_in_time\"}");
    }

    @Test
    void aReasonSomebodyWroteIsWithheld() {
        var data = Json.TOLERANT.readTree("""
                {"reason": "I, Ann, changed my mind", "orderId": "ord_1"}""");

        assertThat(Redaction.of(data)).isEqualTo("{\"orderId\":\"ord_1\"}");
    }

    @Test
    void theSameDataIsTheSameText() {
        var one = Json.TOLERANT.readTree("{\"total\": {\"currency\": \"EUR\", \"amount\": 1}, \"orderId\": \"o\"}");
        var other = Json.TOLERANT.readTree("{\"orderId\": \"o\", \"total\": {\"amount\": 1, \"currency\": \"EUR\"}}");

        assertThat(Redaction.of(one))
                .isEqualTo(Redaction.of(other))
                .isEqualTo("{\"orderId\":\"o\",\"total\":{\"amount\":1,\"currency\":\"EUR\"}}");
    }

    @Test
    void linesOfOneProductAreCountedTogether() {
        var sample = Contracts.sample("order.placed");
        var items = sample.data().path("items").path(0);
        var data = Json.TOLERANT.createObjectNode().put("customerId", "ann");
        data.putArray("items").add(items).add(items);
        data.set("totals", sample.data().path("totals"));

        var measures = Tally.of(event("order.placed", data));

        assertThat(measures.stream().filter(each -> each.key().startsWith("prd_")))
                .singleElement()
                .satisfies(each -> assertThat(each.value()).isEqualTo(4));
    }

    private static Event event(String type, JsonNode data) {
        return new Event("evt_1", "orders", type, "ord_1", NOON, "0000000001", Optional.empty(), data);
    }

    private static Set<String> names(JsonNode data) {
        var names = new TreeSet<String>();
        for (var field : data.properties()) {
            names.add(field.getKey());
            names.addAll(names(field.getValue()));
        }
        if (data.isArray()) data.valueStream().map(HeardTest::names).forEach(names::addAll);
        return names;
    }
}
