package shop.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.orders.House.TEA;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.platform.app.Server;
import shop.platform.testing.Client;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestPlatform;

/** In production nobody gets goods for money that does not exist. */
class NoSandboxTest {

    @Test
    void productionTakesNoCards() {
        var refused = order("card", Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("payment_method_unavailable");
    }

    @Test
    void whoAsksForTheSandboxGetsIt() {
        var placed = order("card", Map.of("PAYMENTS_SANDBOX", "true"));

        assertThat(placed.status()).isEqualTo(503); // the catalogue, which is asked next, is not there in this test
    }

    @Test
    void otherWaysToPayAreOpen() {
        assertThat(order("invoice", Map.of()).status()).isEqualTo(503);
    }

    private static Reply order(String method, Map<String, String> more) {
        var production = new HashMap<>(more);
        production.put("SHOP_ENV", "production");
        production.put("SHOP_SECRET", "0123456789abcdef0123456789abcdef");
        var platform = TestPlatform.with(new InMemoryBus(), production);
        try (var server = Server.start(platform, 0, List.of(OrdersApp::open))) {
            return new Client(server.port(), "ann").post("/orders", House.order(method, TEA), "Idempotency-Key", "one");
        }
    }
}
