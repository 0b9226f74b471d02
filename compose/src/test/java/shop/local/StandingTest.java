package shop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Client;

/** What an admin decides about people and a seller about a store is true in every service soon. */
class StandingTest {

    private final Shop shop = Shop.open();
    private final Client admin = shop.admin().client();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whoLosesARoleLosesItsRightsWithTheTokensThatSaySo() {
        var sue = shop.register("sue");
        assertThat(sue.client().get("/emails").status()).isEqualTo(403);
        roles(sue, "\"support\"");
        soon(() -> assertThat(
                        shop.login("sue@shop.test").client().get("/emails").status())
                .isEqualTo(200));
        var support = shop.login("sue@shop.test").client();

        roles(sue, "");

        soon(() -> assertThat(support.get("/emails").status()).isEqualTo(401));
        soon(() -> assertThat(
                        shop.login("sue@shop.test").client().get("/emails").status())
                .isEqualTo(403));
    }

    private void roles(Person person, String roles) {
        var changed = admin.put("/users/" + person.id() + "/roles", "{\"roles\": [%s]}".formatted(roles));
        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
    }

    @Test
    void whoIsDisabledIsSignedOutEverywhereAndStaysOut() {
        var bea = shop.register("bea");
        assertThat(bea.client().get("/orders").status()).isEqualTo(200);

        status(bea, "disabled");

        soon(() -> assertThat(bea.client().get("/orders").status()).isEqualTo(401));
        soon(() -> {
            var refused = shop.stranger().post("/auth/login", credentials());
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("code")).isEqualTo("account_disabled");
        });

        status(bea, "active");
        soon(() -> assertThat(shop.stranger().post("/auth/login", credentials()).status())
                .isEqualTo(200));
    }

    private void status(Person person, String status) {
        var changed = admin.put("/users/" + person.id() + "/status", "{\"status\": \"%s\"}".formatted(status));
        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
    }

    private static String credentials() {
        return "{\"email\": \"bea@shop.test\", \"password\": \"%s\"}".formatted(Person.PASSWORD);
    }

    @Test
    void theProductsOfAStoreAreSeenWhileItIsPublished() {
        var stall = Stall.open(shop.register("sam"), 10);
        var product = "/products/" + stall.product();
        var buyer = shop.register("bea").client();
        assertThat(buyer.get(product).status()).isEqualTo(200);

        moved(stall, "deactivate");

        soon(() -> assertThat(buyer.get(product).status()).isEqualTo(404));
        soon(() -> assertThat(
                        buyer.get("/products?storeId=" + stall.store()).body().path("items"))
                .isEmpty());
        var order = buyer.post("/orders", """
                {"items": [{"productId": "%s", "quantity": 1}], "payment": {"method": "invoice"},
                 "shippingAddress": {"fullName": "Bea", "line1": "Main Street 1", "city": "Berlin", "postalCode": "10115", "country": "DE"}}""".formatted(stall.product()), "Idempotency-Key", "order-1");
        assertThat(order.status()).isEqualTo(409);
        assertThat(order.text("code")).isEqualTo("not_for_sale");

        moved(stall, "publish");
        soon(() -> assertThat(buyer.get(product).status()).isEqualTo(200));
    }

    private static void moved(Stall stall, String move) {
        var moved = stall.seller().client().post("/stores/" + stall.store() + "/" + move, "{}");
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
    }

    private static void soon(ThrowingRunnable check) {
        await().untilAsserted(check);
    }
}
