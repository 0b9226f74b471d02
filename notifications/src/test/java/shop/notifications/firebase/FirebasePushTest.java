package shop.notifications.firebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.testing.http.MockHttpTransport;
import com.google.api.client.testing.http.MockLowLevelHttpRequest;
import com.google.api.client.testing.http.MockLowLevelHttpResponse;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.notifications.domain.Device;
import shop.notifications.domain.Device.Platform;
import shop.notifications.domain.Notification;
import shop.notifications.domain.Type;
import shop.platform.json.Json;
import tools.jackson.databind.JsonNode;

/** What Firebase is sent, and what its answers mean. */
class FirebasePushTest {

    private static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");
    private static final Notification PAID = new Notification(
            "ntf_01m1c2jv00e8e8qfx9b2d3n401",
            "usr_1",
            7,
            Type.ORDER_PAID,
            "Paid",
            "Thank you",
            Map.of("orderId", "ord_1"),
            Optional.empty(),
            NOON);

    private final List<JsonNode> sent = new CopyOnWriteArrayList<>();
    private final FirebaseApp app = FirebaseApp.initializeApp(
            FirebaseOptions.builder()
                    .setCredentials(GoogleCredentials.create(new AccessToken("token", Date.from(NOON))))
                    .setProjectId("shop")
                    .setHttpTransport(new Firebase())
                    .build(),
            "test");
    private final FirebasePush push = new FirebasePush(app);

    /** Firebase, as far as its REST interface goes. */
    private final class Firebase extends MockHttpTransport {

        @Override
        public LowLevelHttpRequest buildRequest(String method, String url) {
            return new MockLowLevelHttpRequest(url) {
                @Override
                public MockLowLevelHttpResponse execute() throws IOException {
                    var message = Json.TOLERANT.readTree(getContentAsString()).path("message");
                    sent.add(message);
                    return answer(message.path("token").asString());
                }
            };
        }
    }

    private static MockLowLevelHttpResponse answer(String token) {
        return switch (token) {
            case "gone" -> refusal(404, "NOT_FOUND", "UNREGISTERED");
            case "busy" -> refusal(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED");
            default -> json(200, "{\"name\": \"projects/shop/messages/1\"}");
        };
    }

    private static MockLowLevelHttpResponse refusal(int status, String name, String code) {
        return json(status, """
                {"error": {"code": %d, "status": "%s", "message": "no", "details": [
                  {"@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", "errorCode": "%s"}]}}""".formatted(status, name, code));
    }

    private static MockLowLevelHttpResponse json(int status, String body) {
        return new MockLowLevelHttpResponse()
                .setStatusCode(status)
                .setContentType("application/json")
                .setContent(body);
    }

    @AfterEach
    void close() {
        push.close();
    }

    @Test
    void everyKindOfDeviceShowsOneThatComesTwiceOnce() {
        assertThat(push.send(PAID, List.of(device("phone")))).isEmpty();

        var message = sent.getFirst();
        assertThat(message.at("/notification/title").asString()).isEqualTo("Paid");
        assertThat(message.at("/data/orderId").asString()).isEqualTo("ord_1");
        assertThat(message.at("/data/type").asString()).isEqualTo("order_paid");
        assertThat(message.at("/data/id").asString()).isEqualTo(PAID.id());
        assertThat(message.at("/android/notification/tag").asString()).isEqualTo(PAID.id());
        assertThat(message.at("/apns/headers/apns-collapse-id").asString()).isEqualTo(PAID.id());
        assertThat(message.at("/webpush/notification/tag").asString()).isEqualTo(PAID.id());
    }

    @Test
    void onlyDevicesThatAreGoneAreDead() {
        var devices = List.of(device("phone"), device("gone"), device("busy"));

        assertThat(push.send(PAID, devices)).containsExactly("gone");

        assertThat(sent).extracting(message -> message.path("token").asString()).contains("phone", "gone", "busy");
    }

    @Test
    void credentialsThatAreNoneStopTheStart() {
        assertThatThrownBy(() -> FirebasePush.with("/nowhere/credentials.json"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("FIREBASE_CREDENTIALS");
    }

    private static Device device(String token) {
        return new Device("dev_" + token, "usr_1", token, Platform.ANDROID, NOON);
    }
}
