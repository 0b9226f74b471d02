package shop.platform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.testing.Cable;
import shop.platform.testing.Client;
import shop.platform.testing.Client.Reply;
import shop.platform.testing.TestBroker;
import shop.platform.testing.TestMongo;
import shop.platform.testing.TestRedis;

/** What whoever runs a process is told of it while something it needs is away. */
class HealthTest {

    private final Cable mongo = Cable.to(TestMongo.uri());
    private final Cable redis = Cable.to(TestRedis.uri());
    private final Cable broker = Cable.to(TestBroker.uri());
    private final Platform platform = Platform.connect(
            "test",
            new Env(Map.of(
                    "MONGODB_URI",
                    impatient(mongo.uri()),
                    "REDIS_URI",
                    redis.uri(),
                    "RABBITMQ_URI",
                    broker.uri(),
                    "DATABASE_PREFIX",
                    TestMongo.freshName() + "-",
                    "RATE_LIMIT_DEFAULT",
                    "off",
                    "RATE_LIMIT_AUTH",
                    "off")));
    private final Server server = Server.start(platform, 0, List.of());
    private final Client stranger = new Client(server.port(), "");

    private static String impatient(String uri) {
        return uri.replaceFirst("/$", "") + (uri.contains("?") ? "&" : "/?")
                + "directConnection=true&serverSelectionTimeoutMS=300";
    }

    @AfterEach
    void close() {
        server.close();
        platform.close();
        List.of(mongo, redis, broker).forEach(Cable::close);
    }

    private Reply ready() {
        return stranger.get("/health/ready");
    }

    @Test
    void withoutRedisItWorksAndSaysSo() {
        assertThat(ready().text("status")).isEqualTo("up");

        redis.cut();
        await().until(() -> ready().text("status").equals("degraded"));
        assertThat(ready().status()).isEqualTo(200);
        assertThat(ready().body().at("/checks/redis").asString()).isEqualTo("down");

        redis.mend();
        await().until(() -> ready().text("status").equals("up"));
    }

    @Test
    void withoutDatabaseOrBrokerItLivesAndIsNotReady() {
        mongo.cut();
        down("mongodb");
        mongo.mend();
        await().until(() -> ready().status() == 200);

        broker.cut();
        await().until(() -> ready().status() == 503);
        down("rabbitmq");
    }

    private void down(String what) {
        var ready = ready();
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.text("status")).isEqualTo("down");
        assertThat(ready.body().path("checks").path(what).asString()).isEqualTo("down");
        assertThat(ready.header("Retry-After")).isEqualTo("5");
        assertThat(stranger.get("/health/live").status()).isEqualTo(200);
    }
}
