package shop.email;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import shop.email.api.EmailRoutes;
import shop.email.api.SealedLinks;
import shop.email.api.SuppressionRoutes;
import shop.email.api.TemplateRoutes;
import shop.email.clients.SiblingDirectory;
import shop.email.domain.Addressing;
import shop.email.domain.Carrying;
import shop.email.domain.Emails;
import shop.email.domain.Erasing;
import shop.email.domain.Post;
import shop.email.domain.Queueing;
import shop.email.domain.Sending;
import shop.email.domain.Unsubscribing;
import shop.email.events.AccountConsumer;
import shop.email.events.ContactConsumer;
import shop.email.events.EmailWire;
import shop.email.events.ErasureConsumer;
import shop.email.events.OrderConsumer;
import shop.email.events.StoreConsumer;
import shop.email.jte.JteLetters;
import shop.email.mongo.MongoContacts;
import shop.email.mongo.MongoEmails;
import shop.email.mongo.MongoStores;
import shop.email.mongo.MongoSuppressions;
import shop.email.smtp.SmtpMailbox;
import shop.email.smtp.SmtpServer;
import shop.platform.app.Platform;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.mongo.MongoOutbox;

/** E-mails: what happens in the shop is written to those it concerns, once, however often it is told. */
public final class EmailApp {

    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(500);

    private EmailApp() {}

    static void main() {
        Server.run("email", List.of(EmailApp::open));
    }

    public static Service open(Platform platform) {
        var config = EmailConfig.from(platform.env());
        var service = new Service("email", "/emails");
        var clock = platform.clock();
        var database = platform.database("email");
        var emails = emails(service, database, platform);
        var suppressions = new MongoSuppressions(database.getCollection("suppressions"), platform.secret());
        var addressing = addressing(database, platform);
        var letters = new JteLetters(config.publicUrl());
        var links = new SealedLinks(config.publicUrl(), platform.secret());
        var mailbox = new SmtpMailbox(SmtpServer.at(config.smtp()), config.from(), clock);
        var queueing = new Queueing(emails, suppressions, letters, clock);
        var sending = new Sending(emails, suppressions, addressing, new Post(letters, links, mailbox), clock);
        var carrying = service.closing(new Carrying(emails, sending, clock));
        service.every(BETWEEN_ROUNDS, "sending e-mails", carrying::carry);
        tell(service, queueing, addressing, config, platform);
        var erasing = new ErasureConsumer(new Erasing(emails, addressing), queueing, platform.secret());
        service.closing(erasing.listenTo(platform.bus()));
        return service.answering(
                new TemplateRoutes(letters),
                new SuppressionRoutes(suppressions, new Unsubscribing(suppressions, clock), links),
                new EmailRoutes(emails, queueing, sending));
    }

    private static Emails emails(Service service, MongoDatabase database, Platform platform) {
        var documents = database.getCollection("emails");
        var outbox = service.closing(new MongoOutbox<>(documents, EmailWire::fact, platform.bus(), platform.clock()));
        return new MongoEmails(documents, outbox, platform.secret());
    }

    private static Addressing addressing(MongoDatabase database, Platform platform) {
        return new Addressing(
                new MongoContacts(database.getCollection("contacts")),
                new MongoStores(database.getCollection("stores")),
                new SiblingDirectory(platform.siblings()));
    }

    private static void tell(
            Service service, Queueing queueing, Addressing addressing, EmailConfig config, Platform platform) {
        var bus = platform.bus();
        var stores = new StoreConsumer(queueing, addressing);
        service.closing(new ContactConsumer(addressing).listenTo(bus));
        service.closing(stores.listenToStores(bus));
        service.closing(stores.listenToStock(bus));
        service.closing(new AccountConsumer(queueing, addressing, platform.secret()).listenTo(bus));
        service.closing(new OrderConsumer(queueing, addressing, config.reviewDelay()).listenTo(bus));
    }
}
