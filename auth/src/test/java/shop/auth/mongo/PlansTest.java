package shop.auth.mongo;

import static java.time.ZoneOffset.UTC;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import shop.auth.domain.AccountEvent;
import shop.auth.domain.OneTime.Purpose;
import shop.auth.events.AccountWire;
import shop.platform.crypto.Secret;
import shop.platform.mongo.MongoOutbox;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.Plans;

class PlansTest {

    private static final Clock CLOCK = Clock.fixed(NOON, UTC);

    @Test
    void everySearchForAnAccountRidesOnAnIndex() {
        Plans.assertIndexed(database -> {
            var documents = database.getCollection("accounts");
            var wire = new AccountWire(Secret.of("test"));
            try (var outbox = new MongoOutbox<AccountEvent>(documents, wire::fact, new InMemoryBus(), CLOCK)) {
                var accounts = new MongoAccounts(documents, outbox);
                accounts.findByEmail("ann@example.com");
                accounts.findByFirebase("f");
                accounts.findByHandle("h");
                accounts.findByMailed(Purpose.RESET, "h");
                accounts.withExpiredSessions(NOON, 9);
            }
        });
    }
}
