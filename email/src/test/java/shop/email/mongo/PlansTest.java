package shop.email.mongo;

import static java.time.ZoneOffset.UTC;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import shop.email.domain.Address;
import shop.email.domain.EmailEvent;
import shop.email.domain.Emails.Filter;
import shop.email.domain.Status;
import shop.email.domain.Template;
import shop.email.events.EmailWire;
import shop.platform.crypto.Secret;
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.Plans;

class PlansTest {

    private static final Clock CLOCK = Clock.fixed(NOON, UTC);

    @Test
    void everyListOfMailsRidesOnAnIndex() {
        Plans.assertIndexed(database -> {
            var documents = database.getCollection("emails");
            try (var outbox = new MongoOutbox<EmailEvent>(documents, EmailWire::fact, new InMemoryBus(), CLOCK)) {
                var emails = new MongoEmails(documents, outbox, Secret.of("test"));
                var ann = new Address("ann@example.com");
                for (var page : Plans.pages("x")) {
                    emails.page(new Filter(Optional.empty(), Optional.empty(), Optional.empty()), page);
                    emails.page(new Filter(Optional.of(Status.FAILED), Optional.empty(), Optional.empty()), page);
                    emails.page(new Filter(Optional.empty(), Optional.of(ann), Optional.empty()), page);
                    emails.page(new Filter(Optional.empty(), Optional.empty(), Optional.of(Template.WELCOME)), page);
                }
                emails.findByKey("k");
                emails.due(NOON, 9);
                emails.to("usr_ann", 9);
                emails.to(ann, 9);
                new MongoStores(database.getCollection("stores")).forget(ann);
            }
        });
    }
}
