package shop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import shop.platform.testing.Client;
import tools.jackson.databind.JsonNode;

/** A published store with one product in it. */
record Stall(Person seller, String store, String product) {

    static Stall open(Person seller, int onHand) {
        var client = seller.client();
        var store = client.post("/stores", """
                {"name": "Tea House", "description": "Tea", "contactEmail": "tea@shop.test", "currency": "EUR", "country": "DE"}""").text("id");
        client.post("/stores/" + store + "/publish", "{}");
        var job = client.send(
                "POST",
                "/products/import?storeId=" + store,
                """
                {"sku": "TEA-1", "title": "Green sencha tea", "categories": ["tea"], "price": {"amount": 499, "currency": "EUR"}, "onHand": %d}""".formatted(onHand),
                "Content-Type",
                "application/x-ndjson");
        await().untilAsserted(() -> assertThat(
                        client.get("/products/imports/" + job.text("id")).text("status"))
                .isEqualTo("completed"));
        var stall = new Stall(seller, store, product(client, store));
        await().untilAsserted(stall::isOpen);
        return stall;
    }

    /** That the store is published comes to products with an event. */
    private void isOpen() {
        var stranger = new Client(seller.client().port(), "");
        assertThat(stranger.get("/products/" + product).status()).isEqualTo(200);
    }

    private static String product(Client client, String store) {
        return client.get("/products?storeId=" + store).body().at("/items/0/id").asString();
    }

    JsonNode stock() {
        return seller.client().get("/products/" + product + "/stock").body().at("/items/0");
    }
}
