package shop.platform.clients;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.platform.Failure;
import shop.platform.json.Json;

/** The token a service shows to its siblings: issued by auth, short-lived, fetched again before it ends. */
final class ServiceTokens {

    /** What auth is asked with. */
    record Request(String service, String secret) {}

    private record Issued(String accessToken, int expiresIn) {}

    private record Held(String token, Instant until) {}

    private static final Logger LOG = LoggerFactory.getLogger(ServiceTokens.class);
    private static final Duration EARLY = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http;
    private final Supplier<URI> auth;
    private final Request request;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Held held = new Held("", Instant.MIN);

    ServiceTokens(HttpClient http, Supplier<URI> auth, Request request, Clock clock) {
        this.http = http;
        this.auth = auth;
        this.request = request;
        this.clock = clock;
    }

    String current() {
        if (held.until().isAfter(clock.instant())) return held.token();
        fetching.lock();
        try {
            if (!held.until().isAfter(clock.instant())) held = fetch();
            return held.token();
        } finally {
            fetching.unlock();
        }
    }

    private Held fetch() {
        var call = HttpRequest.newBuilder(auth.get().resolve("/auth/service-tokens"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.STRICT.writeValueAsBytes(request)))
                .build();
        try {
            var response = http.send(call, BodyHandlers.ofByteArray());
            if (response.statusCode() == 200) {
                var issued = Json.TOLERANT.readValue(response.body(), Issued.class);
                return new Held(
                        issued.accessToken(),
                        clock.instant().plusSeconds(issued.expiresIn()).minus(EARLY));
            }
            LOG.warn("auth gives {} no service token: {}", request.service(), response.statusCode());
        } catch (IOException e) {
            LOG.warn("auth does not answer: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Failure.unavailable("auth");
    }
}
