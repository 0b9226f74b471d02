package shop.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static shop.platform.testing.TestPlatform.NOON;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.events.Event;
import shop.platform.testing.Client;
import shop.platform.testing.Contracts;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestClock;
import shop.platform.testing.TestPlatform;
import tools.jackson.databind.node.ObjectNode;

/** The service in a test, over HTTP, events and SMTP. */
class House {

    static final String WELCOME = """
            {"to": "ann@example.com", "template": "welcome", "data": {"displayName": "Ann"}}""";

    final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    final InMemoryBus bus = new InMemoryBus();
    final TestClock clock = new TestClock(NOON);
    final Platform platform;
    final Server server;
    final Client root;
    final Client sue;

    House() {
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

    void hear(String type) {
        bus.publish(List.of(Contracts.sample(type)));
    }

    String seal(String purpose, String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(platform.secret().derive(purpose).seal(text.getBytes(UTF_8)));
    }

    static Event with(String type, String field, String value) {
        var sample = Contracts.sample(type);
        ((ObjectNode) sample.data()).put(field, value);
        return sample;
    }

    List<String> subjects() {
        return Arrays.stream(smtp.getReceivedMessages()).map(House::subject).toList();
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
