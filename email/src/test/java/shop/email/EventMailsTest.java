package shop.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import shop.platform.events.Event;
import shop.platform.testing.Client;
import shop.platform.testing.Contracts;
import tools.jackson.databind.node.ObjectNode;

/** What the events of other services make of mails, and who gets none. */
class EventMailsTest extends House {

    @Test
    void everyEventWritesOneMailHoweverOftenItComes() {
        for (int i = 0; i < 2; i++) {
            for (var type : List.of(
                    "user.registered",
                    "user.password_changed",
                    "order.placed",
                    "order.paid",
                    "order.shipped",
                    "order.delivered",
                    "order.cancelled",
                    "order.expired",
                    "order.refunded",
                    "stock.low",
                    "stock.depleted")) {
                hear(type);
            }
            bus.publish(List.of(
                    sealed("user.verification_requested", "tok-1"), sealed("user.password_reset_requested", "tok-2")));
        }

        await().untilAsserted(() -> assertThat(subjects())
                .containsExactlyInAnyOrder(
                        "Welcome to the shop",
                        "Your password has been changed",
                        "Please confirm your e-mail address",
                        "Choose a new password",
                        "Your order 2030-000001",
                        "We have received your payment for order 2030-000001",
                        "Your order 2030-000001 is on its way",
                        "Your order 2030-000001 has arrived",
                        "Your order 2030-000001 has been cancelled",
                        "Your order 2030-000001 has been cancelled",
                        "Your refund for order 2030-000001",
                        "Stock of Green tea runs out",
                        "Stock of Green tea runs out"));
        assertThat(bodies()).contains("https://shop.example/verify-email?token=tok-1");
        assertThat(bodies()).contains("https://shop.example/reset-password?token=tok-2");
        assertThat(recipients("Stock of Green tea runs out")).containsOnly("hello@tea.example");
        assertThat(recipients("Your order 2030-000001")).containsOnly("ann@example.com");
    }

    @Test
    void aSignInIsToldOfWhenItsDeviceIsNew() {
        var known = Contracts.sample("user.logged_in");
        ((ObjectNode) known.data()).put("newDevice", false);
        bus.publish(List.of(known));
        assertThat(sue.get("/emails").body().path("items")).isEmpty();

        hear("user.logged_in");
        await().untilAsserted(() -> assertThat(subjects()).containsExactly("New sign-in to your account"));
        assertThat(bodies()).contains("203.0.113.7").contains("Mozilla/5.0");
    }

    @Test
    void aReviewIsAskedForLaterAndOneClickEndsThat() throws Exception {
        hear("user.registered");
        var delivered = Contracts.sample("order.delivered");
        bus.publish(List.of(delivered));
        sent(2);

        clock.advance(Duration.ofDays(7));
        await().untilAsserted(() -> assertThat(subjects()).contains("How do you like what you have ordered?"));

        var request = Arrays.stream(smtp.getReceivedMessages())
                .filter(mail -> subject(mail).startsWith("How do you like"))
                .findFirst()
                .orElseThrow();
        assertThat(request.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        var link =
                request.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "").replace("https://shop.example", "");
        var stranger = new Client(server.port(), "");
        assertThat(stranger.get(link).body().asString()).contains("<form method=\"post\">");
        assertThat(sue.get("/emails/suppressions/ann@example.com").status()).isEqualTo(404);
        var clicked = stranger.send(
                "POST",
                link,
                "List-Unsubscribe=One-Click",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "*/*");
        assertThat(clicked.status()).isEqualTo(204);
        assertThat(sue.get("/emails/suppressions/Ann@example.com").text("scope"))
                .isEqualTo("optional");
        assertThat(root.post("/emails", WELCOME).text("status")).isEqualTo("queued");
        assertThat(root.post("/emails", """
                        {"to": "ann@example.com", "template": "review_request",
                         "data": {"orderId": "ord_1", "number": "1", "items": []}}""").text("status")).isEqualTo("suppressed");
    }

    @Test
    void aMadeUpLinkUnsubscribesNobody() {
        var stranger = new Client(server.port(), "");
        for (var token : List.of("", "x", "YW5uQGV4YW1wbGUuY29t", "%F0%9F%8D%B5")) {
            assertThat(stranger.post("/emails/unsubscribe?token=" + token, "{}").text("code"))
                    .isEqualTo("invalid_token");
        }
        assertThat(stranger.post("/emails/unsubscribe", "{}").status()).isEqualTo(400);
    }

    @Test
    void whoLeavesIsForgottenAfterOneLastMail() {
        hear("user.registered");
        hear("user.profile_updated");
        hear("order.placed");
        hear("order.delivered");
        root.post("/emails", WELCOME);
        sent(4);
        var user = Contracts.sample("user.deleted").subject();
        assertThat(new Client(server.port(), "service")
                        .get("/emails/export/" + user)
                        .body()
                        .path("emails"))
                .hasSize(4);

        var contact = """
                {"email": "ann@example.com", "displayName": "Ann", "locale": "de"}""";
        var deleted = with("user.deleted", "sealedContact", seal("contacts", contact));
        bus.publish(List.of(deleted));
        bus.publish(List.of(deleted));
        hear("order.shipped");
        clock.advance(Duration.ofDays(30));

        await().untilAsserted(() -> assertThat(subjects()).contains("Dein Konto wurde gelöscht"));
        await().untilAsserted(() -> assertThat(everything()).doesNotContain("ann@example.com"));
        assertThat(everything()).doesNotContain("Ann").contains(user);
        assertThat(subjects()).hasSize(5);
        assertThat(sue.get("/emails?to=ann@example.com").body().path("items")).isEmpty();
    }

    /** Waits until that many are sent and noted as sent: a mail without the note is sent again when time has passed. */
    private void sent(int mails) {
        await().untilAsserted(() -> assertThat(
                        sue.get("/emails?status=sent&limit=100").body().path("items"))
                .hasSize(mails));
        assertThat(subjects()).hasSize(mails);
    }

    private String everything() {
        var all = new ArrayList<String>();
        var database = platform.database("email");
        for (var name : database.listCollectionNames()) {
            for (Document document : database.getCollection(name).find()) all.add(document.toJson());
        }
        return all.toString();
    }

    private Event sealed(String type, String token) {
        return with(type, "sealedToken", seal("mail-tokens", token));
    }

    private String bodies() {
        return String.join(
                "\n",
                Arrays.stream(smtp.getReceivedMessages())
                        .map(mail ->
                                GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "="))
                        .toList());
    }

    private List<String> recipients(String subject) {
        return Arrays.stream(smtp.getReceivedMessages())
                .filter(mail -> subject(mail).equals(subject))
                .map(EventMailsTest::recipient)
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
