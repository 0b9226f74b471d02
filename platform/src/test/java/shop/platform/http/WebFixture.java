package shop.platform.http;

import static java.time.ZoneOffset.UTC;
import static shop.platform.testing.TestPlatform.NOON;

import io.javalin.Javalin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.UncheckedIOException;
import java.time.Clock;
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
        var secret = Secret.of("for tests");
        var clock = Clock.fixed(NOON, UTC);
        var settings = new Web.Settings(
                Client::verify,
                limits,
                secret,
                origins,
                proxies,
                PLACES,
                WebFixture::outage,
                new SimpleMeterRegistry(),
                clock);
        var answers = new MongoIdempotency(TestMongo.freshDatabase(), secret, clock);
        return Web.server(settings, List.of(new Web.Group("boxes", "/boxes", routes, answers)));
    }
}
