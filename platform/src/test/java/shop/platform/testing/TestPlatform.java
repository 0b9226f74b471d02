package shop.platform.testing;

import static java.time.ZoneOffset.UTC;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import shop.platform.app.Env;
import shop.platform.app.Platform;
import shop.platform.clients.Siblings;
import shop.platform.events.EventBus;

/** The platform in a test: time stands still, a caller's name is the token, and siblings are not there. */
public final class TestPlatform {

    public static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");

    private TestPlatform() {}

    /** At noon, in databases that nobody else uses unless DATABASE_PREFIX says otherwise. */
    public static Platform with(EventBus bus, Map<String, String> env) {
        return at(NOON, bus, env);
    }

    public static Platform at(Instant now, EventBus bus, Map<String, String> env) {
        return at(Clock.fixed(now, UTC), bus, env);
    }

    public static Platform at(Clock clock, EventBus bus, Map<String, String> env) {
        var variables = new HashMap<>(Map.of(
                "DATABASE_PREFIX", TestMongo.freshName() + "-", "RATE_LIMIT_DEFAULT", "off", "RATE_LIMIT_AUTH", "off"));
        variables.putAll(env);
        var nowhere = URI.create("http://127.0.0.1:1");
        return new Platform(
                new Env(Map.copyOf(variables)),
                clock,
                TestMongo.CLIENT,
                TestRedis.redis(),
                bus,
                Client::verify,
                new Siblings("test", "for tests", service -> nowhere, clock),
                new SimpleMeterRegistry());
    }
}
