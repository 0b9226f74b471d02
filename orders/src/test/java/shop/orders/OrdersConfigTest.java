package shop.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.platform.app.Env;

class OrdersConfigTest {

    @Test
    void whatIsNotSetHasADefault() {
        assertThat(OrdersConfig.from(new Env(Map.of())))
                .isEqualTo(new OrdersConfig(Duration.ofMinutes(30), URI.create("http://orders:8080"), true));
    }

    @Test
    void whatIsSetCounts() {
        var env = new Env(Map.of("ORDERS_PAYMENT_WINDOW", "5m", "ORDERS_URL", "http://localhost:1"));
        assertThat(OrdersConfig.from(env))
                .isEqualTo(new OrdersConfig(Duration.ofMinutes(5), URI.create("http://localhost:1"), true));
    }

    @Test
    void productionHasNoSandboxUnlessItIsAskedFor() {
        assertThat(OrdersConfig.from(new Env(Map.of("SHOP_ENV", "production"))).sandbox())
                .isFalse();
        assertThat(OrdersConfig.from(new Env(Map.of("SHOP_ENV", "production", "PAYMENTS_SANDBOX", "true")))
                        .sandbox())
                .isTrue();
        assertThat(OrdersConfig.from(new Env(Map.of("PAYMENTS_SANDBOX", "false")))
                        .sandbox())
                .isFalse();
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> OrdersConfig.from(new Env(Map.of("ORDERS_PAYMENT_WINDOW", "soon"))))
                .hasMessageContaining("ORDERS_PAYMENT_WINDOW");
    }
}
