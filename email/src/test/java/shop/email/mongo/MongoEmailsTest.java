package shop.email.mongo;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.email.domain.EmailEvent;
import shop.email.domain.EmailFixture;
import shop.email.domain.Emails;
import shop.email.domain.EmailsContract;
import shop.email.domain.Template;
import shop.email.events.EmailWire;
import shop.platform.crypto.Secret;
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestMongo;

class MongoEmailsTest extends EmailsContract {

    private final AtomicInteger told = new AtomicInteger();
    private final InMemoryBus bus = new InMemoryBus();
    private final MongoDatabase database = TestMongo.freshDatabase();
    private final MongoCollection<Document> documents = database.getCollection("emails");
    private final MongoOutbox<EmailEvent> outbox =
            new MongoOutbox<>(documents, EmailWire::fact, bus, Clock.fixed(NOON, UTC));
    private final Emails emails = new MongoEmails(documents, outbox, Secret.of("test"));

    @BeforeEach
    void listen() {
        bus.subscribe("test", List.of("#"), event -> told.incrementAndGet());
    }

    @AfterEach
    void stop() {
        outbox.close();
        database.drop();
    }

    @Override
    protected Emails emails() {
        return emails;
    }

    @Override
    protected int told() {
        return told.get();
    }

    @Test
    void tokensDoNotLieInTheDatabase() {
        emails.add(EmailFixture.anEmail(
                "eml_1", Template.VERIFY_EMAIL, EmailFixture.ANN, Map.of("token", "opens-the-account")));

        assertThat(Objects.requireNonNull(documents.find().first()).toJson()).doesNotContain("opens-the-account");
    }
}
