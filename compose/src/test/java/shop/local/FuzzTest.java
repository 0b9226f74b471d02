package shop.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.platform.testing.Client;

/**
 * Nothing a client can send breaks a service: every operation of the nine documents gets made-up requests, from everybody
 * who may call. How many to a service: {@code fuzz.requests}; other ones: {@code fuzz.seed}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzTest {

    private static final Logger LOG = LoggerFactory.getLogger(FuzzTest.class);
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 100);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int FRESH = 250; // requests after which others sign in
    private static final int PROGRESS = 2_500;

    /** Only these, and only of the admin: without one, whatever is theirs to call would be refused from then on. */
    private static final Set<String> OF_ONES_OWN = Set.of("PUT /auth/password", "DELETE /users/me");

    private final Shop shop = Shop.open(Map.of("TRUSTED_PROXIES", "127.0.0.1"));
    private final Random random = new Random(SEED);
    private final Map<String, List<String>> ids = new HashMap<>();
    private final Person admin = shop.admin();
    private String administers = admin.client().name();
    private String sells = "";
    private String buys = "";
    private String serves = "";
    private int people;

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
        var table = new StringBuilder(Fuzz.HEAD);
        Documents.of(shop.stranger()).forEach((service, document) -> {
            var noise = new Noise(random, document.at("/components/schemas"), ids);
            var fuzz = new Fuzz(shop.port(), document, noise, this::wouldEndTheAdmin, this::renew);
            for (int i = 0; i < REQUESTS; i++) {
                if (i % FRESH == 0) signIn(noise.ids());
                if (i > 0 && i % PROGRESS == 0) LOG.warn("{}: {} of {} requests", service, i, REQUESTS);
                fuzz.request(
                        i,
                        () -> noise.pick(List.of(buys, buys, sells, sells, administers, serves, "", "no.good.token")));
            }
            ids.putAll(noise.ids());
            LOG.warn("{}", fuzz.row(service).strip());
            table.append(fuzz.row(service));
            fuzz.faults().forEach((kind, example) -> LOG.error("{}: {}: {}", service, kind, example));
            soft.assertThat(fuzz.faults()).as(service + ", seed " + SEED).isEmpty();
        });
        LOG.warn("{}", table);
        soft.assertAll();
        var ready = shop.stranger().get("/health/ready");
        assertThat(ready.status()).as(ready.body().toString()).isEqualTo(200);
        assertThat(ready.text("status")).as(ready.body().toString()).isEqualTo("up");
    }

    private boolean wouldEndTheAdmin(String request, String token) {
        return (token.equals(administers) && OF_ONES_OWN.contains(request))
                || request.startsWith("PUT /users/" + admin.id() + "/");
    }

    /** A customer, a seller with something to sell, an admin and a sibling. */
    private void signIn(Map<String, List<String>> known) {
        buys = register("customer");
        sells = register("seller");
        var seller = new Client(shop.port(), sells);
        var store = seller.post("/stores", """
                {"name": "Tea House %d", "description": "Tea", "contactEmail": "tea@shop.test", "currency": "EUR", "country": "DE"}""".formatted(people)).text("id");
        seller.post("/stores/" + store + "/publish", "{}");
        var product = seller.post("/products", """
                {"storeId": "%s", "title": "Tea", "status": "active",
                 "variants": [{"sku": "TEA-1", "price": {"amount": 499, "currency": "EUR"}}]}""".formatted(store)).text("id");
        seller.put("/products/" + product + "/stock/TEA-1", "{\"onHand\": 1000}");
        known.computeIfAbsent("sto", any -> new ArrayList<>()).add(store);
        known.computeIfAbsent("prd", any -> new ArrayList<>()).add(product);
        renew(administers);
        renew(serves);
    }

    private String register(String kind) {
        return shop.register(kind + people++).client().name();
    }

    /** Somebody's token was refused: some requests end sessions, and every token ends. */
    private void renew(String ended) {
        if (ended.equals(administers)) administers = shop.admin().client().name();
        else if (ended.equals(buys)) buys = register("customer");
        else if (ended.equals(sells)) sells = register("seller");
        else if (ended.equals(serves)) {
            serves = shop.stranger()
                    .post("/auth/service-tokens", "{\"service\": \"orders\", \"secret\": \"for development only\"}")
                    .text("accessToken");
        }
    }
}
