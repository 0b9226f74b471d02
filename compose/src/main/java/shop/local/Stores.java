package shop.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.platform.app.Env;
import shop.platform.embedded.EmbeddedBroker;
import shop.platform.embedded.EmbeddedElastic;
import shop.platform.embedded.EmbeddedMongo;
import shop.platform.embedded.EmbeddedRedis;

/** The stores behind a local run: real where the environment names them, else embedded and kept in a folder. */
final class Stores implements AutoCloseable {

    private record Started(String address, AutoCloseable store) {}

    private static final Logger LOG = LoggerFactory.getLogger(Stores.class);

    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final List<AutoCloseable> started = new ArrayList<>();
    private Optional<Mailbox> mailbox = Optional.empty();

    private Stores() {}

    /** Starts all that is needed, at once; the process ends with a sentence when one does not start. */
    static Stores start(Env env, Path folder) {
        var stores = new Stores();
        Map<String, Supplier<Started>> wanted = new LinkedHashMap<>();
        wanted.put("MONGODB_URI", () -> mongo(folder.resolve("mongodb")));
        wanted.put("REDIS_URI", () -> redis(folder.resolve("redis")));
        wanted.put("RABBITMQ_URI", () -> broker(folder.resolve("rabbitmq")));
        wanted.put("ELASTICSEARCH_URL", () -> elastic(folder.resolve("elasticsearch")));
        wanted.put("SMTP_URL", stores::mail);
        wanted.keySet()
                .forEach(name -> LOG.info("{}: {}", name, env.optional(name).isPresent() ? "as given" : "embedded"));
        wanted.keySet().removeIf(name -> env.optional(name).isPresent());
        stores.startAll(wanted);
        return stores;
    }

    private void startAll(Map<String, Supplier<Started>> wanted) {
        try (var starters =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var starting = new LinkedHashMap<String, CompletableFuture<Started>>();
            wanted.forEach((name, start) -> starting.put(name, CompletableFuture.supplyAsync(start, starters)));
            starting.forEach((name, start) -> {
                var store = start.join();
                started.add(store.store());
                addresses.put(name, store.address());
            });
        } catch (CompletionException e) {
            LOG.error(
                    "local cannot start: {}",
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
            close();
            Runtime.getRuntime().halt(1);
        }
    }

    private static Started mongo(Path folder) {
        var store = EmbeddedMongo.start(folder, 0);
        return new Started(store.uri(), store);
    }

    private static Started redis(Path folder) {
        var store = EmbeddedRedis.start(folder, 0);
        return new Started(store.uri(), store);
    }

    private static Started broker(Path folder) {
        var store = EmbeddedBroker.start(folder, 0);
        return new Started(store.uri(), store);
    }

    private static Started elastic(Path folder) {
        var store = EmbeddedElastic.start(folder, 0);
        return new Started(store.url(), store);
    }

    private Started mail() {
        var box = Mailbox.start();
        mailbox = Optional.of(box);
        return new Started(box.url(), box);
    }

    Map<String, String> addresses() {
        return Map.copyOf(addresses);
    }

    /** Where mails end up, when no SMTP server is given. */
    Optional<Mailbox> mailbox() {
        return mailbox;
    }

    @Override
    public void close() {
        for (var store : started.reversed()) {
            try {
                store.close();
            } catch (Exception e) {
                LOG.warn("a store did not stop", e);
            }
        }
    }
}
