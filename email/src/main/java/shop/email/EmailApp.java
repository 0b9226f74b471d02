package shop.email;

import java.time.Duration;
import java.util.List;
import shop.email.api.EmailRoutes;
import shop.email.api.SealedLinks;
import shop.email.api.SuppressionRoutes;
import shop.email.api.TemplateRoutes;
import shop.email.clients.SiblingDirectory;
import shop.email.domain.Addressing;
import shop.email.domain.Carrying;
import shop.email.domain.Contacts;
import shop.email.domain.Directory;
import shop.email.domain.Emails;
import shop.email.domain.Erasing;
import shop.email.domain.Mailbox;
import shop.email.domain.Post;
import shop.email.domain.Queueing;
import shop.email.domain.Sending;
import shop.email.domain.Stores;
import shop.email.domain.Suppressions;
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

    /** What the service keeps, and whom it talks to. */
    record Edges(
            Emails emails,
            Suppressions suppressions,
            Contacts contacts,
            Stores stores,
            Directory directory,
            Mailbox mailbox) {}

    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(500);

    private EmailApp() {}

    static void main() {
        Server.run("email", List.of(EmailApp::open));
    }

    public static Service open(Platform platform) {
        var config = EmailConfig.from(platform.env());
        var service = new Service("email", "/emails");
        var database = platform.database("email");
        var documents = database.getCollection("emails");
        var outbox = service.closing(new MongoOutbox<>(documents, EmailWire::fact, platform.bus(), platform.clock()));
        var edges = new Edges(
                new MongoEmails(documents, outbox, platform.secret()),
                new MongoSuppressions(database.getCollection("suppressions"), platform.secret()),
                new MongoContacts(database.getCollection("contacts")),
                new MongoStores(database.getCollection("stores")),
                new SiblingDirectory(platform.siblings()),
                new SmtpMailbox(SmtpServer.at(config.smtp()), config.from(), platform.clock()));
        return wire(service, edges, config, platform);
    }

    static Service wire(Service service, Edges edges, EmailConfig config, Platform platform) {
        var clock = platform.clock();
        var letters = new JteLetters(config.publicUrl());
        var links = new SealedLinks(config.publicUrl(), platform.secret());
        var addressing = new Addressing(edges.contacts(), edges.stores(), edges.directory());
        var queueing = new Queueing(edges.emails(), edges.suppressions(), letters, clock);
        var post = new Post(letters, links, edges.mailbox());
        var sending = new Sending(edges.emails(), edges.suppressions(), addressing, post, clock);
        var carrying = service.closing(new Carrying(edges.emails(), sending, clock));
        service.every(BETWEEN_ROUNDS, "sending e-mails", carrying::carry);
        listen(service, queueing, addressing, new Erasing(edges.emails(), addressing), config, platform);
        return service.answering(
                new TemplateRoutes(letters),
                new SuppressionRoutes(edges.suppressions(), new Unsubscribing(edges.suppressions(), clock), links),
                new EmailRoutes(edges.emails(), queueing, sending));
    }

    private static void listen(
            Service service,
            Queueing queueing,
            Addressing addressing,
            Erasing erasing,
            EmailConfig config,
            Platform platform) {
        var bus = platform.bus();
        var secret = platform.secret();
        var stores = new StoreConsumer(queueing, addressing);
        service.closing(new ContactConsumer(addressing).listenTo(bus));
        service.closing(stores.listenToStores(bus));
        service.closing(stores.listenToStock(bus));
        service.closing(new AccountConsumer(queueing, addressing, secret).listenTo(bus));
        service.closing(new OrderConsumer(queueing, addressing, config.reviewDelay()).listenTo(bus));
        service.closing(new ErasureConsumer(erasing, queueing, secret).listenTo(bus));
    }
}
