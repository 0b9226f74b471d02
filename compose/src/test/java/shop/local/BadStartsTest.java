package shop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.auth.AuthApp;
import shop.email.EmailApp;
import shop.orders.OrdersApp;
import shop.platform.app.Server;
import shop.platform.embedded.Loopback;
import shop.platform.testing.TestBroker;
import shop.platform.testing.TestElastic;
import shop.platform.testing.TestMongo;
import shop.platform.testing.TestRedis;
import shop.products.ProductsApp;

/** What prevents a start is said in one sentence that names it, and ends the process. */
class BadStartsTest {

    /** A process that starts as no process should. */
    static final class Surprised {

        private Surprised() {}

        static void main() {
            Server.orEnd("surprised", () -> {
                throw new UnsupportedOperationException("what is this");
            });
        }
    }

    private static final String NOBODY = "127.0.0.1:1";

    @TempDir
    private Path folder;

    static Stream<Arguments> starts() {
        return Stream.of(
                arguments(Local.class, "PORT", "http", "environment variable PORT must be a port from 1 to 65535"),
                arguments(Local.class, "PORT", "70000", "environment variable PORT must be a port from 1 to 65535"),
                arguments(
                        Local.class, "LOCAL_DEMO", "perhaps", "environment variable LOCAL_DEMO must be true or false"),
                arguments(Local.class, "LOCAL_DATA", "/dev/null/data", "LOCAL_DATA: cannot write to /dev/null/data"),
                arguments(Local.class, "MONGODB_URI", "mongodb://" + NOBODY, "MongoDB does not answer at MONGODB_URI"),
                arguments(Local.class, "REDIS_URI", "redis://" + NOBODY, "Redis does not answer at REDIS_URI"),
                arguments(Local.class, "RABBITMQ_URI", "amqp://" + NOBODY, "RabbitMQ does not answer at RABBITMQ_URI"),
                arguments(
                        Local.class,
                        "ELASTICSEARCH_URL",
                        "http://" + NOBODY,
                        "Elasticsearch does not answer at ELASTICSEARCH_URL"),
                arguments(
                        ProductsApp.class,
                        "ELASTICSEARCH_URL",
                        "here",
                        "environment variable ELASTICSEARCH_URL must be an address like http://elasticsearch:9200"),
                arguments(
                        EmailApp.class,
                        "SMTP_URL",
                        "here",
                        "environment variable SMTP_URL must be an address like smtp://localhost:1025"),
                arguments(OrdersApp.class, "MONGODB_URI", "", "environment variable MONGODB_URI is required"),
                arguments(
                        OrdersApp.class,
                        "MONGODB_URI",
                        "here",
                        "environment variable MONGODB_URI must look like mongodb://host"),
                arguments(
                        OrdersApp.class,
                        "MONGODB_URI",
                        "mongodb://" + NOBODY,
                        "MongoDB does not answer at MONGODB_URI"),
                arguments(
                        OrdersApp.class,
                        "DATABASE_PREFIX",
                        "shop.",
                        "environment variable DATABASE_PREFIX must be 40 letters, digits, dashes and underscores at most"),
                arguments(OrdersApp.class, "REDIS_URI", "redis://" + NOBODY, "Redis does not answer at REDIS_URI"),
                arguments(
                        OrdersApp.class,
                        "RABBITMQ_URI",
                        "amqp://" + NOBODY,
                        "RabbitMQ does not answer at RABBITMQ_URI"),
                arguments(
                        OrdersApp.class,
                        "ORDERS_PAYMENT_WINDOW",
                        "soon",
                        "environment variable ORDERS_PAYMENT_WINDOW must be a time span like 30s, 15m, 24h or 180d"),
                arguments(
                        OrdersApp.class,
                        "RATE_LIMIT_DEFAULT",
                        "many",
                        "environment variable RATE_LIMIT_DEFAULT: a rate limit must look like 600/1m or be off, not many"),
                arguments(
                        OrdersApp.class,
                        "SHOP_ENV",
                        "staging",
                        "environment variable SHOP_ENV must be production or development"),
                arguments(OrdersApp.class, "SHOP_ENV", "production", "environment variable SHOP_SECRET is required"),
                arguments(
                        AuthApp.class,
                        "SHOP_SECRET",
                        "too short",
                        "environment variable SHOP_SECRET must be a secret of 32 characters or more"));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void whatIsWrongIsSaidInASentence(Class<?> process, String variable, String value, String sentence) {
        fails(process, Map.of(variable, value), sentence);
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingStarts() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var port = Integer.toString(taken.getLocalPort());
            var sentence = "port " + port + " is taken; end what uses it or set PORT";
            fails(Local.class, Map.of("PORT", port), sentence);
            assertThat(folder.resolve("data")).doesNotExist();
            fails(OrdersApp.class, Map.of("PORT", port), sentence);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"guest:guest@", "shop:shop@", "shop:@", "shop@", ""})
    void everybodysPasswordIsNoneInProduction(String user) {
        fails(
                OrdersApp.class,
                Map.of(
                        "SHOP_ENV", "production",
                        "SHOP_SECRET", "0123456789abcdef0123456789abcdef",
                        "RABBITMQ_URI", "amqp://" + user + NOBODY),
                "environment variable RABBITMQ_URI must have a password of its own in production:"
                        + " not guest, not shop (in the containers RABBITMQ_PASSWORD sets it)");
    }

    @Test
    void aSurpriseIsASentenceBeforeItIsATrace() {
        try (var run = LocalRun.start(Surprised.class, folder.resolve("log"), Map.of())) {
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.said().lines().findFirst())
                    .hasValueSatisfying(line -> assertThat(line)
                            .endsWith("surprised cannot start, for a reason nobody has foreseen:"
                                    + " java.lang.UnsupportedOperationException: what is this"));
            assertThat(run.said()).contains("\tat shop.local.BadStartsTest");
        }
    }

    private void fails(Class<?> process, Map<String, String> wrong, String sentence) {
        var variables = new HashMap<>(Map.of(
                "PORT", Integer.toString(Loopback.freePort()),
                "LOCAL_DATA", folder.resolve("data").toString(),
                "MONGODB_URI", TestMongo.uri(),
                "REDIS_URI", TestRedis.uri(),
                "RABBITMQ_URI", TestBroker.uri(),
                "ELASTICSEARCH_URL", TestElastic.url(),
                "DATABASE_PREFIX", TestMongo.freshName() + "-"));
        if (process == AuthApp.class) variables.put("SHOP_ENV", "production");
        variables.putAll(wrong);
        try (var run = LocalRun.start(process, folder.resolve("log"), variables)) {
            assertThat(run.exit()).as(run.said()).isNotZero();
            assertThat(run.said()).contains("cannot start: " + sentence + System.lineSeparator());
            assertThat(run.said()).doesNotContain("\tat ");
        }
    }
}
