package shop.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.platform.testing.TestPlatform.NOON;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.events.Event;
import shop.platform.json.Json;
import shop.platform.testing.Client;
import shop.platform.testing.Contracts;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestClock;
import shop.platform.testing.TestPlatform;
import tools.jackson.databind.node.ObjectNode;

/** The whole service over HTTP, events and SMTP. */
class EmailAppTest {

    private static final String WELCOME = """
            {"to": "ann@example.com", "template": "welcome", "data": {"displayName": "Ann"}}""";

    private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final InMemoryBus bus = new InMemoryBus();
    private final TestClock clock = new TestClock(NOON);
    private final Platform platform;
    private final Server server;
    private final Client root;
    private final Client sue;

    EmailAppTest() {
        smtp.start();
        platform = TestPlatform.at(
                clock,
                bus,
                Map.of(
                        "SMTP_URL",
                        "smtp://127.0.0.1:" + smtp.getSmtp().getPort(),
                        "PUBLIC_URL",
                        "https://shop.example"));
        server = Server.start(platform, 0, List.of(EmailApp::open));
        root = new Client(server.port(), "root");
        sue = new Client(server.port(), "sue");
    }

    @BeforeEach
    void know() {
        hear("store.created");
    }

    @AfterEach
    void stop() {
        server.close();
        platform.database("email").drop();
        smtp.stop();
    }

    @Test
    void anEmailIsAskedForSentAndFollowed() {
        var asked = root.post("/emails", WELCOME);
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text("status")).isEqualTo("queued");

        await().untilAsserted(() ->
                assertThat(sue.get(asked.header("Location")).text("status")).isEqualTo("sent"));
        var sent = sue.get(asked.header("Location"));
        assertThat(sent.text("subject")).isEqualTo("Welcome to the shop");
        assertThat(sent.text("sentAt")).isEqualTo("2030-01-02T12:00:00.000Z");
        assertThat(sent.body().path("attempts").path(0).path("result").asString())
                .isEqualTo("sent");
        assertThat(subjects()).containsExactly("Welcome to the shop");
        assertThat(sue.get("/emails?status=sent&to=ANN@example.com&template=welcome")
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(sue.get("/emails?status=failed").body().path("items")).isEmpty();
    }

    @Test
    void onlyThoseWhoMayAsk() {
        var ann = new Client(server.port(), "ann");
        assertThat(ann.post("/emails", WELCOME).status()).isEqualTo(403);
        assertThat(ann.get("/emails").status()).isEqualTo(403);
        assertThat(sue.post("/emails", WELCOME).status()).isEqualTo(403);
        assertThat(new Client(server.port(), "").post("/emails", WELCOME).status())
                .isEqualTo(401);
        assertThat(new Client(server.port(), "service").post("/emails", WELCOME).status())
                .isEqualTo(202);
        assertThat(ann.get("/emails/export/usr_1").status()).isEqualTo(403);
    }

    @Test
    void whatIsMissingWrongOrUnknownIsPointedAt() {
        var refused = root.post("/emails", """
                {"to": "ann@example.com", "template": "order_confirmation",
                 "data": {"number": 7, "items": [{"title": "Tea", "quantity": "2", "total": null}], "colour": "red"}}""");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString() + " "
                                + error.path("code").asString()))
                .containsExactlyInAnyOrder(
                        "/data/orderId required",
                        "/data/number invalid_value",
                        "/data/items/0/quantity invalid_value",
                        "/data/total required",
                        "/data/colour unknown_field");
    }

    @Test
    void badAddressesAndTemplatesAreRefused() {
        var injected =
                root.post("/emails", WELCOME.replace("ann@example.com", "ann@example.com\\r\\nBcc: bob@example.com"));
        assertThat(injected.status()).isEqualTo(422);
        assertThat(injected.error().path("pointer").asString()).isEqualTo("/to");
        assertThat(root.post("/emails", WELCOME.replace("\"welcome\"", "\"spam\""))
                        .status())
                .isEqualTo(422);
        assertThat(root.post("/emails", "{\"template\": \"welcome\", \"data\": {}}")
                        .text("code"))
                .isEqualTo("required");
        assertThat(root.get("/emails?status=lost").status()).isEqualTo(400);
        assertThat(root.get("/emails?to=nobody").status()).isEqualTo(400);
        assertThat(root.get("/emails/eml_x").text("code")).isEqualTo("email_not_found");
        assertThat(root.post("/emails/eml_x/retry", "").text("code")).isEqualTo("email_not_found");
    }

    @Test
    void aKeySendsOneEmail() {
        var keyed = WELCOME.replace("\"template\"", "\"idempotencyKey\": \"k1\", \"template\"");

        var first = root.post("/emails", keyed);
        var second = root.post("/emails", keyed);
        var other = root.post("/emails", keyed.replace("ann@", "bob@"));

        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("code")).isEqualTo("idempotency_key_reused");
        await().until(() -> smtp.getReceivedMessages().length > 0);
        assertThat(subjects()).hasSize(1);
    }

    @Test
    void templatesAreListedWithExamplesThatWork() {
        var templates = sue.get("/emails/templates").body().path("items");
        assertThat(templates).hasSize(14);

        for (var template : templates) {
            var data = Json.STRICT.createObjectNode();
            for (var variable : template.path("variables")) {
                data.set(variable.path("name").asString(), variable.path("example"));
            }
            var name = template.path("name").asString();
            var shown =
                    sue.post("/emails/templates/" + name + "/preview", "{\"data\": " + data + ", \"locale\": \"de\"}");
            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.text("html")).contains("lang=\"de\"");
            assertThat(shown.text("text")).isNotBlank();
        }
        assertThat(sue.post("/emails/templates/spam/preview", "{\"data\": {}}").text("code"))
                .isEqualTo("template_not_found");
        assertThat(sue.post("/emails/templates/verify_email/preview", "{\"data\": {}}")
                        .error()
                        .path("pointer")
                        .asString())
                .isEqualTo("/data/token");
    }

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
    void supportHoldsMailsBackAndReleasesThem() {
        var path = "/emails/suppressions/ann@example.com";
        assertThat(sue.put(path, "{\"reason\": \"bounced\"}").text("reason")).isEqualTo("bounced");
        assertThat(root.post("/emails", WELCOME).text("status")).isEqualTo("suppressed");
        assertThat(sue.get(path).text("scope")).isEqualTo("all");
        assertThat(sue.delete(path).status()).isEqualTo(204);
        assertThat(sue.delete(path).status()).isEqualTo(404);
        assertThat(sue.get(path).text("code")).isEqualTo("suppression_not_found");
        assertThat(sue.put("/emails/suppressions/nobody", "{}").status()).isEqualTo(422);
        assertThat(sue.put(path, "{\"reason\": \"" + "x".repeat(201) + "\"}").status())
                .isEqualTo(422);
        assertThat(root.post("/emails", WELCOME).text("status")).isEqualTo("queued");
    }

    @Test
    void whileTheServerIsAwayMailsWaitAndAreRetried() {
        smtp.stop();
        var asked = root.post("/emails", WELCOME).header("Location");
        await().untilAsserted(() -> assertThat(sue.get(asked).text("status")).isEqualTo("deferred"));
        assertThat(sue.get(asked).text("dueAt")).isEqualTo("2030-01-02T12:01:00.000Z");

        smtp.start();
        // the server may have come back on another port, so this only shows that it is tried at once
        assertThat(sue.post(asked + "/retry", "").status()).isEqualTo(202);
        await().untilAsserted(
                        () -> assertThat(sue.get(asked).body().path("attempts")).hasSize(2));
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

    private void hear(String type) {
        bus.publish(List.of(Contracts.sample(type)));
    }

    private Event sealed(String type, String token) {
        return with(type, "sealedToken", seal("mail-tokens", token));
    }

    private String seal(String purpose, String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(platform.secret().derive(purpose).seal(text.getBytes(UTF_8)));
    }

    private static Event with(String type, String field, String value) {
        var sample = Contracts.sample(type);
        ((ObjectNode) sample.data()).put(field, value);
        return sample;
    }

    private List<String> subjects() {
        return Arrays.stream(smtp.getReceivedMessages())
                .map(EmailAppTest::subject)
                .toList();
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
                .map(EmailAppTest::recipient)
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
