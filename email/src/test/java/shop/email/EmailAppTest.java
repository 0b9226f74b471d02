package shop.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import shop.platform.json.Json;
import shop.platform.testing.Client;

/** The whole service over HTTP, events and SMTP. */
class EmailAppTest extends House {

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
}
