package shop.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
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
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final List<AutoCloseable> started = new ArrayList<>();
    private Optional<Mailbox> mailbox = Optional.empty();

    private Stores() {}

    /**
     * Starts all that is needed, at once.
     *
     * @throws IllegalStateException in a sentence, when one does not start
     */
    static Stores start(Env env, Path folder) {
        if (env.optional("ELASTICSEARCH_URL").isPresent()) ask(env.uri("ELASTICSEARCH_URL", "http://localhost:9200"));
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
            wanted.forEach((name, start) ->
                    starting.put(name, CompletableFuture.supplyAsync(() -> started(name, start), starters)));
            starting.forEach((name, start) -> {
                var store = start.join();
                started.add(store.store());
                addresses.put(name, store.address());
            });
        } catch (CompletionException e) {
            close();
            throw e.getCause() instanceof IllegalStateException said ? said : e;
        }
    }

    private static Started started(String name, Supplier<Started> start) {
        try {
            return start.get();
        } catch (UncheckedIOException e) {
            throw new IllegalStateException("the one embedded for " + name + " does not start: " + e.getMessage(), e);
        }
    }

    /** Who names a search engine wants it from the start; later, the shop does without for a while. */
    private static void ask(URI elasticsearch) {
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            http.send(HttpRequest.newBuilder(elasticsearch).timeout(PATIENCE).build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new IllegalStateException("Elasticsearch does not answer at ELASTICSEARCH_URL", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
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
