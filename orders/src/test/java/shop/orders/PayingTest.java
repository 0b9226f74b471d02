package shop.orders;

import static com.mongodb.client.model.Filters.gt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.orders.House.MUG;
import static shop.orders.House.TEA;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Client.Reply;

/** The money, over HTTP. */
class PayingTest {

    private final House house = new House();

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void aGoodCardPays() {
        var order = house.placed("card", TEA);
        var paid = house.pay(order, "tok_ok");

        assertThat(paid.status()).isEqualTo(201);
        assertThat(paid.text("paymentStatus")).isEqualTo("paid");
        assertThat(paid.body().at("/payment/reference").asString()).startsWith("pay_");
        assertThat(actions("ann", order)).isEqualTo("[\"cancel\"]");
        await().untilAsserted(() -> assertThat(house.told()).containsExactly("order.placed", "order.paid"));
    }

    @Test
    void goodsAreHeldLongerBeforeACardIsCharged() {
        var order = house.placed("card", TEA);
        house.pay(order, "tok_ok");

        assertThat(house.catalogue.hold(id(order)).orElseThrow().expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void nobodyIsChargedForWhatCannotBeHadAnyMore() {
        var order = house.placed("card", TEA);
        house.catalogue.expire(id(order));
        house.placed("card", "{\"productId\": \"tea\", \"quantity\": 9}");

        var refused = house.pay(order, "tok_ok");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("insufficient_stock");
        assertThat(read(order).text("paymentStatus")).isEqualTo("pending");
        assertThat(actions("ann", order)).contains("pay");
    }

    @Test
    void aDeclinedCardSaysWhyAndTheOrderStaysPayable() {
        var order = house.placed("card", TEA);

        assertDeclined(house.pay(order, "tok_insufficient_funds"), "insufficient_funds");
        assertDeclined(house.pay(order, "tok_declined"), "card_declined");
        assertDeclined(house.pay(order, "4111111111111111"), "invalid_token");
        assertThat(read(order).text("paymentStatus")).isEqualTo("failed");
        assertThat(actions("ann", order)).isEqualTo("[\"pay\",\"cancel\"]");
        assertThat(house.pay(order, "tok_ok").text("paymentStatus")).isEqualTo("paid");
    }

    @Test
    void aSlowProviderTellsTheEndByWebhook() {
        var order = house.placed("card", TEA);
        var accepted = house.pay(order, "tok_timeout");

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.text("paymentStatus")).isEqualTo("pending");
        assertThat(house.pay(order, "tok_ok").text("code")).isEqualTo("payment_in_progress");

        house.clock.advance(Duration.ofSeconds(1));
        await().untilAsserted(
                        () -> assertThat(read(order).text("paymentStatus")).isEqualTo("paid"));
    }

    @Test
    void aSlowDeclineLeavesTheOrderPayable() {
        var order = house.placed("card", TEA);
        house.pay(order, "tok_timeout_declined");

        house.clock.advance(Duration.ofSeconds(1));

        await().untilAsserted(
                        () -> assertThat(read(order).text("paymentStatus")).isEqualTo("failed"));
        assertThat(house.pay(order, "tok_ok").text("paymentStatus")).isEqualTo("paid");
    }

    @Test
    void aWebhookThatComesTwicePaysOnce() {
        var order = house.placed("card", TEA);
        house.pay(order, "tok_duplicate_webhook");

        house.clock.advance(Duration.ofSeconds(1));

        await().untilAsserted(() -> assertThat(calls()).isZero());
        await().untilAsserted(() -> assertThat(house.told()).containsExactly("order.placed", "order.paid"));
        assertThat(read(order).body().at("/timeline").toString()).containsOnlyOnce("\"paid\"");
    }

    @Test
    void aWebhookOutlivesTheProcess() {
        var order = house.placed("card", TEA);
        house.pay(order, "tok_timeout");
        house.restart();
        house.clock.advance(Duration.ofSeconds(1));

        await().untilAsserted(
                        () -> assertThat(read(order).text("paymentStatus")).isEqualTo("paid"));
    }

    @Test
    void aWebhookThatComesTooLateIsPaidBack() {
        var order = house.placed("card", TEA);
        house.pay(order, "tok_timeout");
        house.post("ann", order + "/cancel", "{\"reason\": \"too slow\"}");
        house.clock.advance(Duration.ofSeconds(1));

        await().untilAsserted(
                        () -> assertThat(read(order).text("paymentStatus")).isEqualTo("refunded"));
        assertThat(read(order).text("status")).isEqualTo("cancelled");
        await().untilAsserted(() ->
                assertThat(house.told()).containsExactly("order.placed", "order.cancelled", "order.refunded"));
    }

    @Test
    void onlyWhatIsSignedIsHeard() {
        var order = house.placed("card", TEA);
        var reference =
                house.pay(order, "tok_timeout").body().at("/payment/reference").asString();
        var notice = """
                {"orderId": "%s", "reference": "%s", "type": "payment.succeeded"}""".formatted(id(order), reference);

        assertThat(webhook("sandbox", notice, "").status()).isEqualTo(401);
        assertThat(webhook("sandbox", notice, signature(notice + " ")).status()).isEqualTo(401);
        assertThat(read(order).text("paymentStatus")).isEqualTo("pending");

        assertThat(webhook("nobody", notice, signature(notice)).status()).isEqualTo(404);
        assertThat(webhook("sandbox", notice, signature(notice)).status()).isEqualTo(204);
        assertThat(read(order).text("paymentStatus")).isEqualTo("paid");
    }

    @Test
    void webhooksInAnyOrderDoNotUndoAPayment() {
        var order = house.placed("card", TEA);
        var reference =
                house.pay(order, "tok_ok").body().at("/payment/reference").asString();
        var notice = """
                {"orderId": "%s", "reference": "%s", "type": "payment.failed"}""".formatted(id(order), reference);

        assertThat(webhook("sandbox", notice, signature(notice)).status()).isEqualTo(204);
        assertThat(read(order).text("paymentStatus")).isEqualTo("paid");

        var unknown = notice.replace(reference, "pay_unknown");
        assertThat(webhook("sandbox", unknown, signature(unknown)).status()).isEqualTo(204);
        assertThat(read(order).header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void anOrderIsPaidOnce() {
        var order = house.paid(TEA);

        var again = house.pay(order, "tok_ok");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("already_paid");
    }

    @Test
    void aCardNeedsATokenAndItsOwner() {
        var order = house.placed("card", TEA);

        assertThat(house.post("ann", order + "/payments", "{}").text("code")).isEqualTo("required");
        assertThat(house.post("bob", order + "/payments", "{\"token\": \"tok_ok\"}")
                        .status())
                .isEqualTo(403);
        assertThat(house.as("ann")
                        .post(order + "/payments", "{\"token\": \"tok_ok\"}")
                        .text("code"))
                .isEqualTo("idempotency_key_required");
    }

    @Test
    void whatIsPaidOtherwiseIsMarkedByWhoGotIt() {
        var order = house.placed("invoice", TEA);

        assertThat(house.post("ann", order + "/payments", "{}").status()).isEqualTo(403);
        assertThat(actions("bob", order)).contains("pay");
        var paid = house.post("cat", order + "/payments", "{}");
        assertThat(paid.status()).isEqualTo(201);
        assertThat(paid.text("paymentStatus")).isEqualTo("paid");
        assertThat(house.post("bob", order + "/payments", "{}").text("code")).isEqualTo("already_paid");

        var both = house.placed("cash_on_delivery", TEA, MUG);
        assertThat(house.post("bob", both + "/payments", "{}").status()).isEqualTo(403);
        assertThat(house.post("root", both + "/payments", "{}").status()).isEqualTo(201);
    }

    @Test
    void moneyGoesBackInPartsButNeverMoreThanCame() {
        var order = house.paid(TEA);

        var first = refund("bob", order, 400);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("paymentStatus")).isEqualTo("partially_refunded");
        assertThat(first.body().at("/payment/refunded/amount").asLong()).isEqualTo(400);
        assertThat(refund("bob", order, 599).text("code")).isEqualTo("refund_exceeds_payment");
        assertThat(refund("root", order, 598).text("paymentStatus")).isEqualTo("refunded");
        assertThat(refund("root", order, 1).status()).isEqualTo(409);
    }

    @Test
    void whatWasNotPaidIsNotPaidBack() {
        assertThat(refund("bob", house.placed("card", TEA), 1).text("code")).isEqualTo("refund_exceeds_payment");
    }

    @Test
    void aStoreGivesBackItsOwnMoneyOnly() {
        var order = house.paid(TEA, MUG);

        assertThat(refund("bob", order, 999).text("code")).isEqualTo("refund_exceeds_payment");
        assertThat(refund("bob", order, 998).status()).isEqualTo(201);
        assertThat(refund("bob", order, 1).status()).isEqualTo(409);
        assertThat(refund("ann", order, 1).status()).isEqualTo(403);
        assertThat(refund("sue", order, 1).status()).isEqualTo(403);
    }

    @Test
    void aRefundIsAnAmountInTheRightCurrency() {
        var order = house.paid(TEA);

        assertThat(refund("bob", order, 0).error().path("pointer").asString()).isEqualTo("/amount/amount");
        var yen = house.post("bob", order + "/refunds", """
                {"amount": {"amount": 1, "currency": "JPY"}, "reason": "late"}""");
        assertThat(yen.status()).isEqualTo(422);
        assertThat(yen.text("code")).isEqualTo("currency_mismatch");
    }

    @Test
    void ofManyPaymentsAtOnceOneCharges() {
        var order = house.placed("card", TEA);
        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> house.pay(order, "tok_ok").status())
                .sorted()
                .toList();

        assertThat(statuses.getFirst()).isEqualTo(201);
        assertThat(statuses.subList(1, 8)).containsOnly(409);
        assertThat(charges()).isEqualTo(1);
    }

    @Test
    void ofManyRefundsAtOnceNoneIsTooMuch() {
        var order = house.paid(TEA);
        var done = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> refund("bob", order, 300).status())
                .filter(status -> status == 201)
                .count();

        assertThat(done).isEqualTo(3);
        assertThat(read(order).body().at("/payment/refunded/amount").asLong()).isEqualTo(900);
        assertThat(read(order).body().path("refunds").toString()).doesNotContain("pending");
    }

    private Reply refund(String name, String order, long amount) {
        return house.post(name, order + "/refunds", """
                {"amount": {"amount": %d, "currency": "EUR"}, "reason": "late"}""".formatted(amount));
    }

    private Reply read(String order) {
        return house.as("ann").get(order);
    }

    private String actions(String name, String order) {
        return house.as(name).get(order).body().path("availableActions").toString();
    }

    private Reply webhook(String provider, String notice, String signature) {
        return house.as("").post("/orders/payments/webhooks/" + provider, notice, "X-Signature", signature);
    }

    private String signature(String notice) {
        var secret = house.platform.secret().derive("payment webhooks of the sandbox");
        return "sha256=" + HexFormat.of().formatHex(secret.sign(notice.getBytes(UTF_8)));
    }

    private long charges() {
        return house.platform
                .database("orders")
                .getCollection("sandbox_charges")
                .countDocuments();
    }

    private long calls() {
        return house.platform
                .database("orders")
                .getCollection("sandbox_charges")
                .countDocuments(gt("calls", 0));
    }

    private static void assertDeclined(Reply refused, String code) {
        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.text("code")).isEqualTo("payment_declined");
        assertThat(refused.text("declineCode")).isEqualTo(code);
    }

    private static String id(String order) {
        return order.substring("/orders/".length());
    }
}
