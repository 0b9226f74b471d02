package shop.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import shop.orders.domain.Line;
import shop.orders.domain.Method;
import shop.orders.domain.Recipient;
import shop.platform.Money;

/** What it takes to place an order. */
@Schema(description = "What it takes to place an order")
record PlaceOrder(
        @Schema(description = "What to buy, each thing once; 1 to 100 lines")
        List<OrderLine> items,

        @Schema(description = "Where to send it; or name an addressId")
        Optional<ShippingAddress> shippingAddress,

        @Schema(description = "One of your saved addresses", example = "adr_01jd8e8qfx9b2d3n4pr5s6t7v8")
        Optional<String> addressId,

        @Schema(description = "How to pay") PaymentChoice payment,

        @Schema(description = "The total you have shown; the order is refused when it costs another")
        Optional<Money> expectedTotal) {

    /** One line. */
    @Schema(description = "One line")
    record OrderLine(
            @Schema(description = "The product", example = "prd_01jd8e8qfx9b2d3n4pr5s6t7v8")
            String productId,

            @Schema(description = "Which variant; may be left out when there is one only", example = "TEA-1")
            Optional<String> sku,

            @Schema(description = "How many", example = "2", minimum = "1", maximum = "1000")
            int quantity) {

        OrderLine {
            var _ = new Line(productId, sku, quantity); // refuses early
        }

        Line line() {
            return new Line(productId, sku, quantity);
        }
    }

    /** A way to pay. */
    @Schema(description = "A way to pay")
    record PaymentChoice(
            @Schema(description = "invoice, cash_on_delivery or card", example = "card")
            Method method) {}

    PlaceOrder {
        items = List.copyOf(items);
        Line.ofOneOrder(items.stream().map(OrderLine::line).toList());
        var _ = new Recipient(shippingAddress.map(ShippingAddress::address), addressId);
    }

    List<Line> lines() {
        return items.stream().map(OrderLine::line).toList();
    }

    Recipient recipient() {
        return new Recipient(shippingAddress.map(ShippingAddress::address), addressId);
    }
}
