package shop.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import shop.orders.domain.Recipient;
import shop.platform.Money;

/** What it takes to buy a cart. */
@Schema(description = "What it takes to buy a cart")
record CheckOut(
        @Schema(description = "Where to send it; or name an addressId")
        Optional<ShippingAddress> shippingAddress,

        @Schema(description = "One of your saved addresses", example = "adr_01jd8e8qfx9b2d3n4pr5s6t7v8")
        Optional<String> addressId,

        @Schema(description = "How to pay") PlaceOrder.PaymentChoice payment,

        @Schema(description = "The total you have shown; the order is refused when it costs another")
        Optional<Money> expectedTotal) {

    CheckOut {
        var _ = new Recipient(shippingAddress.map(ShippingAddress::address), addressId); // refuses early
    }

    Recipient recipient() {
        return new Recipient(shippingAddress.map(ShippingAddress::address), addressId);
    }
}
