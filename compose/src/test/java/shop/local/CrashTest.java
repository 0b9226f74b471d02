package shop.local;

import static java.util.Map.entry;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import shop.platform.embedded.Loopback;
import shop.platform.testing.TestElastic;
import shop.platform.testing.TestMongo;

/**
 * The whole house dies in the middle of a stream of orders, embedded stores included, and comes back with the data it has
 * kept. {@code -Dcrash.kills=10} does it ten times.
 */
class CrashTest {

    private static final int KILLS = Integer.getInteger("crash.kills", 1);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int BUYERS = 4;
    private static final int ORDERS = 40; // answered between two kills, at least
    private static final int ON_HAND = 100_000;

    @TempDir
    private Path folder;

    private final int port = Loopback.freePort();
    private final String prefix = TestMongo.freshName() + "-";
    private final Mailbox mailbox = Mailbox.start();

    @Test
    void whatWasAnsweredOutlivesTheWholeHouse() throws Exception {
        var house = start();
        var stall = Stall.open(Person.registered(port, "sam"), ON_HAND);
        var buyers = IntStream.range(0, BUYERS)
                .mapToObj(i -> new Buyer(Person.registered(port, "bea" + i), stall.product()))
                .toList();
        for (int kill = 1; kill <= KILLS; kill++) {
            killedWhileTheyShop(house, buyers);
            house = start();
        }
        try (var _ = house) {
            var admin = Person.signedIn(port, Shop.ADMIN).client();
            new Reckoning(admin, stall, ON_HAND, buyers).holds();
            LoggerFactory.getLogger(CrashTest.class)
                    .warn("{} orders answered, {} kills", Buyer.ordersOf(buyers), KILLS);
        } finally {
            mailbox.close();
        }
    }

    private static void killedWhileTheyShop(LocalRun house, List<Buyer> buyers) throws Exception {
        int wanted = Buyer.ordersOf(buyers) + ORDERS;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> shopping = buyers.stream()
                    .<Future<?>>map(buyer -> threads.submit(() -> buyer.shop(() -> false)))
                    .toList();
            try {
                await().atMost(PATIENCE)
                        .until(() -> Buyer.ordersOf(buyers) >= wanted
                                || shopping.stream().anyMatch(Future::isDone));
            } finally {
                house.kill(); // nobody shops any more after that
            }
            for (var each : shopping) each.get();
        }
    }

    private LocalRun start() throws IOException {
        return LocalRun.start(
                        Files.createTempFile(folder, "run", ".log"),
                        Map.ofEntries(
                                entry("PORT", Integer.toString(port)),
                                entry("LOCAL_DATA", folder.resolve("data").toString()),
                                entry("LOCAL_DEMO", "false"),
                                entry("DATABASE_PREFIX", prefix),
                                entry("ELASTICSEARCH_URL", TestElastic.url()),
                                entry("ELASTICSEARCH_INDEX", prefix.toLowerCase(Locale.ROOT) + "products"),
                                entry("SMTP_URL", mailbox.url()),
                                entry("ADMIN_EMAIL", Shop.ADMIN),
                                entry("ADMIN_PASSWORD", Person.PASSWORD),
                                entry("ARGON2_MEMORY", "256"),
                                entry("ARGON2_ITERATIONS", "1"),
                                entry("RATE_LIMIT_DEFAULT", "off"),
                                entry("RATE_LIMIT_AUTH", "off")))
                .ready();
    }
}
