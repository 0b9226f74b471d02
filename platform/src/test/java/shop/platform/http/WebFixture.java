package shop.platform.http;

import static java.time.ZoneOffset.UTC;
import static shop.platform.testing.TestPlatform.NOON;

import io.javalin.Javalin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shop.platform.Failure;
import shop.platform.crypto.Secret;
import shop.platform.mongo.MongoIdempotency;
import shop.platform.testing.Client;
import shop.platform.testing.TestMongo;

/** A server with some routes and nothing behind it. */
final class WebFixture {

    static final int PLACES = 10;

    private WebFixture() {}

    private static Optional<Failure> outage(Exception e) {
        return e instanceof UncheckedIOException ? Optional.of(Failure.unavailable("the shed")) : Optional.empty();
    }

    static Javalin server(List<Routes> routes) {
        return server(routes, RateLimits.NONE);
    }

    static Javalin server(List<Routes> routes, RateLimits limits) {
        return server(routes, limits, List.of(), Set.of());
    }

    static Javalin server(List<Routes> routes, RateLimits limits, List<String> origins, Set<String> proxies) {
        return server(routes, settings(limits, origins, proxies, Duration.ofSeconds(30)));
    }

    /** One that waits this long for a body, and for anybody who has connected to say something. */
    static Javalin server(List<Routes> routes, Duration patience) {
        return server(routes, settings(RateLimits.NONE, List.of(), Set.of(), patience));
    }

    private static Javalin server(List<Routes> routes, Web.Settings settings) {
        var answers = new MongoIdempotency(TestMongo.freshDatabase(), settings.secret(), settings.clock());
        return Web.server(settings, List.of(new Web.Group("boxes", "/boxes", routes, answers)));
    }

    private static Web.Settings settings(
            RateLimits limits, List<String> origins, Set<String> proxies, Duration patience) {
        return new Web.Settings(
                Client::verify,
                limits,
                Secret.of("for tests"),
                origins,
                proxies,
                PLACES,
                patience,
                WebFixture::outage,
                new SimpleMeterRegistry(),
                Clock.fixed(NOON, UTC));
    }
}
