package shop.orders.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static shop.platform.http.Role.PUBLIC;
import static shop.platform.http.Route.Trait.NO_KEY;
import static shop.platform.http.Route.post;

import io.javalin.http.Context;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import shop.orders.domain.Outcome;
import shop.orders.domain.Settling;
import shop.platform.Failure;
import shop.platform.crypto.Secret;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.platform.http.Routes;

/** Where payment providers call. Anybody can knock; only what is signed is heard. */
public final class WebhookRoutes implements Routes {

    /** What became of a charge. */
    enum NoticeType {
        SUCCEEDED("payment.succeeded"),
        FAILED("payment.failed");

        private final String name;

        NoticeType(String name) {
            this.name = name;
        }

        static NoticeType of(String name) {
            for (var type : values()) if (type.name.equals(name)) return type;
            throw Failure.invalid("/type", "invalid_value", "must be payment.succeeded or payment.failed");
        }
    }

    @Schema(description = "What a payment provider tells")
    record PaymentNotice(
            @Schema(description = "The order", example = "ord_01jd8e8qfx9b2d3n4pr5s6t7v8")
            String orderId,

            @Schema(description = "The charge", example = "pay_01jd8e8qfx9b2d3n4pr5s6t7v8")
            String reference,

            @Schema(description = "payment.succeeded or payment.failed", example = "payment.succeeded")
            String type,

            @Schema(description = "Why it failed", example = "card_declined")
            Optional<String> declineCode) {

        Outcome outcome() {
            return switch (NoticeType.of(type)) {
                case SUCCEEDED -> new Outcome.Succeeded();
                case FAILED -> new Outcome.Declined(declineCode.orElse("declined"));
            };
        }
    }

    private final Settling settling;
    private final Secret secret;

    public WebhookRoutes(Settling settling, Secret secret) {
        this.settling = settling;
        this.secret = secret;
    }

    @Override
    public List<Route> routes() {
        return List.of(post("/orders/payments/webhooks/{provider}", this::hear)
                .by(PUBLIC)
                .says("Hear from a payment provider")
                .details(
                        "`X-Signature` is `sha256=` and the HMAC-SHA-256 of the body in hex. A notice may come late, twice"
                                + " and in any order.")
                .takes(PaymentNotice.class)
                .answers(204)
                .refuses(401, "unauthenticated")
                .refuses(404, "provider_not_found")
                .with(NO_KEY));
    }

    private void hear(Context ctx) {
        if (!genuine(ctx)) throw Failure.unauthenticated();
        var notice = Http.body(ctx, PaymentNotice.class);
        settling.hear(ctx.pathParam("provider"), notice.orderId(), notice.reference(), notice.outcome());
        ctx.status(204);
    }

    private boolean genuine(Context ctx) {
        var given = Optional.ofNullable(ctx.header("X-Signature")).orElse("");
        var right = "sha256=" + HexFormat.of().formatHex(secret.sign(Http.bytes(ctx)));
        return Secret.same(given.getBytes(UTF_8), right.getBytes(UTF_8));
    }
}
