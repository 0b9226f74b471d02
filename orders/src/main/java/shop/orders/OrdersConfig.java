package shop.orders;

import java.net.URI;
import java.time.Duration;
import shop.platform.app.Env;

/**
 * What a deployment may decide about orders.
 *
 * @param paymentWindow how long a card order may stay unpaid: {@code ORDERS_PAYMENT_WINDOW}
 * @param self where the sandbox finds this service when it calls back: {@code ORDERS_URL}
 * @param sandbox whether cards are charged by a provider that moves no money: {@code PAYMENTS_SANDBOX}
 */
record OrdersConfig(Duration paymentWindow, URI self, boolean sandbox) {

    static OrdersConfig from(Env env) {
        return new OrdersConfig(
                env.duration("ORDERS_PAYMENT_WINDOW", Duration.ofMinutes(30)),
                env.uri("ORDERS_URL", "http://orders:8080"),
                env.flag("PAYMENTS_SANDBOX", !env.production()));
    }
}
