package shop.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nothing a client can send breaks a service: every operation of the nine documents gets made-up requests, from everybody
 * who may call. How many to a service: {@code fuzz.requests}; other ones: {@code fuzz.seed}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzTest {

    private static final Logger LOG = LoggerFactory.getLogger(FuzzTest.class);
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 100);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int FRESH = 250; // requests after which everybody signs in anew: some requests end sessions
    private static final int PROGRESS = 2_500;

    private final Shop shop = Shop.open();
    private final Random random = new Random(SEED);
    private final Map<String, List<String>> ids = new HashMap<>();
    private final List<String> tokens = new ArrayList<>();
    private int sent;

    @BeforeAll
    void begin() {
        LOG.warn("fuzzing with {} requests a service, seed {}", REQUESTS, SEED);
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @Test
    void nothingBreaksAService() {
        var soft = new SoftAssertions();
        Documents.of(shop.stranger()).forEach((service, document) -> {
            var noise = new Noise(random, document.at("/components/schemas"), ids);
            var fuzz = new Fuzz(shop.port(), document, random, noise);
            for (int i = 0; i < REQUESTS; i++) {
                if (sent++ % FRESH == 0) signIn();
                if (i > 0 && i % PROGRESS == 0) LOG.warn("{}: {} of {} requests", service, i, REQUESTS);
                fuzz.request(i, () -> noise.pick(tokens));
            }
            ids.putAll(noise.ids());
            LOG.warn("{}: {}", service, fuzz.statuses());
            fuzz.faults().forEach((kind, example) -> LOG.error("{}: {}: {}", service, kind, example));
            soft.assertThat(fuzz.faults()).as(service + ", seed " + SEED).isEmpty();
        });
        soft.assertAll();
        var ready = shop.stranger().get("/health/ready");
        assertThat(ready.status()).as(ready.body().toString()).isEqualTo(200);
        assertThat(ready.text("status")).as(ready.body().toString()).isEqualTo("up");
    }

    /** A customer, a seller with something to sell, an admin, a sibling, a stranger, and somebody with a bad token. */
    private void signIn() {
        var seller = shop.register("seller" + sent).client();
        var store = seller.post("/stores", """
                {"name": "Tea House %d", "description": "Tea", "contactEmail": "tea@shop.test", "currency": "EUR", "country": "DE"}""".formatted(sent)).text("id");
        seller.post("/stores/" + store + "/publish", "{}");
        var product = seller.post("/products", """
                {"storeId": "%s", "title": "Tea", "status": "active",
                 "variants": [{"sku": "TEA-1", "price": {"amount": 499, "currency": "EUR"}}]}""".formatted(store)).text("id");
        seller.put("/products/" + product + "/stock/TEA-1", "{\"onHand\": 1000}");
        ids.computeIfAbsent("sto", any -> new ArrayList<>()).add(store);
        ids.computeIfAbsent("prd", any -> new ArrayList<>()).add(product);
        var sibling = shop.stranger()
                .post("/auth/service-tokens", "{\"service\": \"orders\", \"secret\": \"for development only\"}")
                .text("accessToken");
        var customer = shop.register("customer" + sent).client();
        tokens.clear();
        tokens.addAll(List.of(customer.name(), customer.name(), seller.name(), seller.name()));
        tokens.addAll(List.of(shop.admin().client().name(), sibling, "", "no.good.token"));
    }
}
