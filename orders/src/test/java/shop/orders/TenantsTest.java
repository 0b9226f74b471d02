package shop.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.orders.House.MUG;
import static shop.orders.House.TEA;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Client.Reply;

/** Who sees what. */
class TenantsTest {

    private final House house = new House();

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void aStoreSeesItsOwnLinesOnly() {
        var order = house.paid(TEA, MUG);
        house.ship("cat", order, "sto_2");

        var seen = house.as("bob").get(order);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body().path("items").size()).isEqualTo(1);
        assertThat(seen.body().at("/items/0/storeId").asString()).isEqualTo("sto_1");
        assertThat(seen.body().at("/totals/grand/amount").asLong()).isEqualTo(998);
        assertThat(seen.body().path("shipments").size()).isZero();
        assertThat(seen.body().toString()).doesNotContain("sto_2", "mug", "MUG");
        assertThat(house.as("bob").get(order + "/tracking").body().toString()).doesNotContain("sto_2");
        assertThat(house.as("cat").get(order).body().path("items").size())
                .as("cat works for both")
                .isEqualTo(2);
    }

    @Test
    void aStrangersOrderDoesNotExist() {
        var order = house.post("cat", "/orders", House.order("card", MUG)).header("Location");

        for (var path : List.of(order, order + "/tracking")) {
            assertThat(house.as("ann").get(path).text("code")).isEqualTo("order_not_found");
        }
        assertThat(house.post("ann", order + "/cancel", "{\"reason\": \"x\"}").status())
                .isEqualTo(404);
        assertThat(house.pay(order, "tok_ok").status()).isEqualTo(404);
        assertThat(house.ship("bob", order, "sto_2").status()).isEqualTo(404);
        assertThat(house.post("bob", order + "/returns", """
                {"lines": [{"sku": "MUG", "quantity": 1}], "reason": "x"}""").status()).isEqualTo(404);
        assertThat(house.as("").get(order).status()).isEqualTo(401);
        assertThat(house.as("service").get(order).status()).isEqualTo(403);
        assertThat(house.as("ann").get("/orders/ord_none").status()).isEqualTo(404);
    }

    @Test
    void supportReadsAndAdminsAct() {
        var order = house.paid(TEA);

        assertThat(house.as("sue").get(order).body().at("/availableActions").toString())
                .isEqualTo("[]");
        assertThat(house.as("root").get(order).body().at("/availableActions").toString())
                .isEqualTo("[\"cancel\",\"ship\",\"refund\"]");
        assertThat(house.as("bob").get(order).body().at("/availableActions").toString())
                .isEqualTo("[\"cancel\",\"ship\",\"refund\"]");
    }

    @Test
    void everybodyListsTheirOwn() {
        house.placed("card", TEA);
        house.placed("card", TEA, MUG);
        house.post("cat", "/orders", House.order("card", MUG));

        assertThat(count("ann", "")).isEqualTo(2);
        assertThat(count("bob", "")).isZero();
        assertThat(count("sue", "")).isEqualTo(3);
        assertThat(count("sue", "?customerId=cat")).isEqualTo(1);
        assertThat(count("ann", "?customerId=ann")).isEqualTo(2);
        assertThat(list("ann", "?customerId=cat").status()).isEqualTo(403);
    }

    @Test
    void aStoreListsItsOrdersWithItsLines() {
        house.placed("card", TEA, MUG);
        house.post("cat", "/orders", House.order("card", MUG));

        var listed = list("bob", "?storeId=sto_1");
        assertThat(listed.body().path("items").size()).isEqualTo(1);
        assertThat(listed.body().toString()).doesNotContain("sto_2");
        assertThat(list("bob", "?storeId=sto_2").status()).isEqualTo(403);
        assertThat(list("ann", "?storeId=sto_1").status()).isEqualTo(403);
        assertThat(list("ann", "?storeId=..%2F..").status()).isEqualTo(403);
        assertThat(count("root", "?storeId=sto_2")).isEqualTo(2);
    }

    @Test
    void listsAreFiltered() {
        house.placed("card", TEA);
        house.clock.advance(Duration.ofMinutes(1));
        var sent = house.paid(TEA);
        house.ship("bob", sent, "sto_1");

        assertThat(count("ann", "?paymentStatus=paid")).isEqualTo(1);
        assertThat(count("ann", "?fulfilmentStatus=unfulfilled")).isEqualTo(1);
        assertThat(count("ann", "?status=cancelled")).isZero();
        assertThat(count("bob", "?storeId=sto_1&fulfilmentStatus=shipped&paymentStatus=paid&status=placed"))
                .isEqualTo(1);
        assertThat(count("ann", "?from=2030-01-02T12:01:00Z")).isEqualTo(1);
        assertThat(count("ann", "?to=2030-01-02T12:01:00Z")).isEqualTo(1);
        assertThat(list("ann", "?status=lost").text("code")).isEqualTo("invalid_parameter");
        for (var never : List.of("yesterday", "-1000000000-01-01T00:00:00Z", "%2B1000000000-12-31T23:59:59Z")) {
            assertThat(list("ann", "?from=" + never).text("code")).isEqualTo("invalid_parameter");
        }
        assertThat(list("ann", "?color=red").status()).isEqualTo(400);
    }

    @Test
    void listsComeInPages() {
        for (int i = 0; i < 3; i++) house.placed("invoice", MUG);

        var first = list("ann", "?limit=2");
        assertThat(first.body().path("items").size()).isEqualTo(2);
        var second = list("ann", "?limit=2&cursor=" + first.text("next"));
        assertThat(second.body().path("items").size()).isEqualTo(1);
        assertThat(second.body().path("next").isNull()).isTrue();
        assertThat(list("ann", "?cursor=made-up").text("code")).isEqualTo("invalid_cursor");
    }

    @Test
    void whoLeavesAStoreSeesItsOrdersNoMore() {
        var order = house.placed("card", TEA);
        assertThat(house.as("cat").get(order).status()).isEqualTo(200);

        house.hear(
                "store.staff_changed", "sto_1", 2, Map.of("storeId", "sto_1", "ownerId", "bob", "staffIds", List.of()));
        assertThat(house.as("cat").get(order).status()).isEqualTo(404);

        var old = Map.of("storeId", "sto_1", "ownerId", "bob", "staffIds", List.of("cat"));
        house.hear("store.staff_changed", "sto_1", 1, old);
        assertThat(house.as("cat").get(order).status()).as("old news").isEqualTo(404);
    }

    private Reply list(String name, String query) {
        return house.as(name).get("/orders" + query);
    }

    private int count(String name, String query) {
        var listed = list(name, query);
        assertThat(listed.status()).isEqualTo(200);
        return listed.body().path("items").size();
    }
}
