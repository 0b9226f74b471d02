package shop.email;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.platform.testing.TestPlatform.NOON;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.client.MongoCollection;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.platform.app.Server;
import shop.platform.events.Event;
import shop.platform.testing.Client;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.InMemoryBus.Crash;
import shop.platform.testing.TestMongo;
import shop.platform.testing.TestPlatform;

/** What a process leaves behind when it dies, the next one finishes; and many of them send each mail once. */
class EmailCrashTest {

    private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final String prefix = TestMongo.freshName() + "-";
    private final List<Event> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        smtp.start();
    }

    @AfterEach
    void stop() {
        smtp.stop();
        for (var name : List.of("email", "server"))
            TestMongo.CLIENT.getDatabase(prefix + name).drop();
    }

    @Test
    void aMailInTheHandsOfADeadProcessIsSentByAnother() throws Exception {
        String id;
        try (var server = process(Crash.NEVER, NOON)) {
            id = ask(server, 1);
            await().until(() -> smtp.getReceivedMessages().length == 1);
            await().until(() -> heard.size() == 1);
        }
        // as if it had died between the server's word and its own note of it
        var lease = Date.from(NOON.plus(Duration.ofMinutes(3)));
        emails().updateOne(eq("_id", id), combine(set("progress.status", "sending"), set("progress.dueAt", lease)));

        try (var _ = process(Crash.NEVER, NOON.plus(Duration.ofMinutes(4)))) {
            await().until(() -> smtp.getReceivedMessages().length == 2);
        }
        var mails = smtp.getReceivedMessages();
        assertThat(mails[1].getMessageID()).isEqualTo(mails[0].getMessageID()).contains(id);
    }

    @Test
    void thatAMailIsOutIsToldEvenAfterACrash() {
        try (var server = process(Crash.BEFORE_DELIVERY, NOON)) {
            ask(server, 1);
            await().until(() -> smtp.getReceivedMessages().length == 1);
            await().until(() -> emails().countDocuments(eq("progress.status", "sent")) == 1);
        }
        assertThat(heard).isEmpty();

        try (var _ = process(Crash.NEVER, NOON.plusSeconds(60))) {
            await().until(() -> heard.size() == 1);
        }
        assertThat(heard.getFirst().type()).isEqualTo("email.sent");
        assertThat(heard.getFirst().time()).isEqualTo(NOON);
        assertThat(smtp.getReceivedMessages()).hasSize(1);
    }

    @Test
    void threeProcessesSendEachMailOnce() {
        try (var one = process(Crash.NEVER, NOON);
                var two = process(Crash.NEVER, NOON);
                var _ = process(Crash.NEVER, NOON)) {
            var ids = new HashSet<String>();
            for (int i = 0; i < 60; i++) ids.add(ask(i % 2 == 0 ? one : two, i));
            await().until(() -> emails().countDocuments(eq("progress.status", "sent")) == ids.size());
        }
        assertThat(Arrays.stream(smtp.getReceivedMessages()).map(EmailCrashTest::recipient))
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    private Server process(Crash crash, Instant now) {
        var bus = new InMemoryBus(crash);
        bus.subscribe("test", List.of("email.*"), heard::add);
        var env = Map.of(
                "DATABASE_PREFIX",
                prefix,
                "SMTP_URL",
                "smtp://127.0.0.1:" + smtp.getSmtp().getPort());
        return Server.start(TestPlatform.at(now, bus, env), 0, List.of(EmailApp::open));
    }

    private static String ask(Server server, int number) {
        return new Client(server.port(), "root")
                .post("/emails", """
                        {"to": "ann%d@example.com", "template": "welcome", "data": {}}""".formatted(number))
                .text("id");
    }

    private MongoCollection<Document> emails() {
        return TestMongo.CLIENT.getDatabase(prefix + "email").getCollection("emails");
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
