package shop.email.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.platform.testing.TestPlatform.NOON;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.email.domain.Person;
import shop.email.domain.Store;
import shop.email.domain.Template;
import shop.platform.Failure;
import shop.platform.clients.Siblings;

class SiblingDirectoryTest {

    private static final String TOKEN = """
            {"accessToken": "t", "tokenType": "Bearer", "expiresIn": 60}""";

    private final HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final URI address =
            URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    private final SiblingDirectory directory =
            new SiblingDirectory(new Siblings("email", "secret", service -> address, Clock.fixed(NOON, UTC)));

    SiblingDirectoryTest() throws IOException {}

    @BeforeEach
    void start() {
        answer("/", 404, "{\"code\": \"not_found\"}");
        answer("/auth/service-tokens", 200, TOKEN);
        http.start();
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    @Test
    void aPersonIsDescribed() {
        answer("/users/usr_ann", 200, """
                {"id": "usr_ann", "email": "ann@example.com", "displayName": "Ann", "locale": "de-AT", "version": 3}""");

        assertThat(directory.person("usr_ann"))
                .contains(new Person("ann@example.com", Optional.of("Ann"), Optional.of("de-AT")));
    }

    @Test
    void aStoreIsDescribed() {
        answer("/stores/sto_1", 200, """
                {"id": "sto_1", "name": "Tea", "ownerId": "usr_own", "contactEmail": "hello@tea.example", "version": 3}""");

        assertThat(directory.store("sto_1"))
                .contains(new Store("sto_1", "Tea", "usr_own", Optional.of("hello@tea.example"), 3));
    }

    @Test
    void whomNobodyKnowsIsNobody() {
        assertThat(directory.person("usr_bob")).isEmpty();
        assertThat(directory.store("sto_2")).isEmpty();
    }

    @Test
    void whoHasLeftHasNoAddress() {
        answer("/users/usr_gone", 200, """
                {"id": "usr_gone", "email": "", "displayName": "", "locale": "en", "version": 9}""");

        assertThat(directory.person("usr_gone")).isEmpty();
    }

    @Test
    void aSiblingThatIsAwayIsUnavailableNotUnknown() {
        http.stop(0);

        assertThatThrownBy(() -> directory.person("usr_ann"))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.UNAVAILABLE));
    }

    @Test
    void whatSomebodyDeclinedIsNotWanted() {
        answer("/notifications/preferences/usr_ann", 200, """
                {"types": {"order_paid": {"inApp": true, "push": true, "email": false},
                 "order_placed": {"inApp": false, "push": false, "email": true}}}""");

        assertThat(directory.wants("usr_ann", Template.PAYMENT_RECEIVED)).isFalse();
        assertThat(directory.wants("usr_ann", Template.ORDER_CONFIRMATION)).isTrue();
        assertThat(directory.wants("usr_ann", Template.PASSWORD_CHANGED)).isTrue();
        assertThat(directory.wants("usr_bob", Template.PAYMENT_RECEIVED)).isTrue();
    }

    @Test
    void whoCannotBeAskedIsWrittenTo() {
        http.stop(0);

        assertThat(directory.wants("usr_ann", Template.PAYMENT_RECEIVED)).isTrue();
    }

    private void answer(String path, int status, String json) {
        http.createContext(path, exchange -> {
            var body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }
}
