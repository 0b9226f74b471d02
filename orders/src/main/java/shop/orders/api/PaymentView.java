package shop.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import shop.orders.domain.Method;
import shop.orders.domain.Payment;
import shop.platform.Money;

/** How an order is paid. */
@Schema(description = "How an order is paid")
record PaymentView(
        @Schema(description = "invoice, cash_on_delivery or card", example = "card")
        Method method,

        @Schema(description = "Who handles it", example = "sandbox")
        String provider,

        @Schema(description = "How the provider calls it; absent before the first attempt", example = "pay_01jd8e8qfx")
        Optional<String> reference,

        @Schema(description = "What went back so far") Money refunded) {

    static PaymentView of(Payment payment) {
        return new PaymentView(payment.method(), payment.provider(), payment.reference(), payment.refunded());
    }
}
