package shop.platform.clients;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.platform.Failure;
import shop.platform.json.Json;
import shop.platform.telemetry.Trace;

/**
 * Calls one other service: a deadline for each try, three tries with growing pauses for requests that may be repeated,
 * and a circuit breaker that stops asking whoever is down. What can't be had is {@link Failure#unavailable}.
 */
public final class Sibling {

    private static final Logger LOG = LoggerFactory.getLogger(Sibling.class);
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final RetryConfig TRIES = RetryConfig.<Answer>custom()
            .maxAttempts(3)
            .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(100), 2))
            .retryOnException(UncheckedIOException.class::isInstance)
            .retryOnResult(answer -> answer.status() == 503)
            .build();
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .waitDurationInOpenState(Duration.ofSeconds(3))
            .permittedNumberOfCallsInHalfOpenState(2)
            .recordException(UncheckedIOException.class::isInstance)
            .build();

    private final String service;
    private final URI address;
    private final HttpClient http;
    private final ServiceTokens tokens;
    private final Retry retry;
    private final CircuitBreaker breaker;

    Sibling(String service, URI address, HttpClient http, ServiceTokens tokens) {
        this.service = service;
        this.address = address;
        this.http = http;
        this.tokens = tokens;
        this.retry = Retry.of(service, TRIES);
        this.breaker = CircuitBreaker.of(service, BREAKER);
    }

    public Answer get(String path) {
        return repeatedly("GET", path, BodyPublishers.noBody());
    }

    /** A PUT may be repeated, so it is when the first try has no answer. */
    public Answer put(String path, Object body) {
        return repeatedly("PUT", path, json(body));
    }

    /** A DELETE may be repeated, so it is when the first try has no answer. */
    public Answer delete(String path) {
        return repeatedly("DELETE", path, BodyPublishers.noBody());
    }

    /** Tried once only: nobody knows what a POST without an answer has done. */
    public Answer post(String path, Object body) {
        return guarded(() -> breaker.executeSupplier(() -> send("POST", path, json(body))));
    }

    /** A POST that the other side takes as often as it comes: repeated like a PUT. */
    public Answer postRepeatably(String path, Object body) {
        return repeatedly("POST", path, json(body));
    }

    private Answer repeatedly(String method, String path, BodyPublisher body) {
        return guarded(() -> retry.executeSupplier(() -> breaker.executeSupplier(() -> send(method, path, body))));
    }

    private Answer guarded(Supplier<Answer> call) {
        try {
            return call.get();
        } catch (UncheckedIOException | CallNotPermittedException e) {
            LOG.warn("{} does not answer: {}", service, e.toString());
            throw Failure.unavailable(service);
        }
    }

    private Answer send(String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(DEADLINE)
                .header("Authorization", "Bearer " + tokens.current())
                .header("Content-Type", "application/json")
                .method(method, body);
        Trace.current().ifPresent(trace -> request.header(Trace.HEADER, trace));
        Trace.requestId().ifPresent(id -> request.header("X-Request-Id", id));
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(service, response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.unavailable(service);
        }
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(Json.TOLERANT.writeValueAsBytes(body));
    }
}
