package shop.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {

    @TempDir
    private Path folder;

    /** Starts a Redis, says where, and waits to be killed. */
    static final class Owner {

        private Owner() {}

        static void main(String[] args) throws Exception {
            Victim.say(EmbeddedRedis.start(Path.of(args[0]), 0).uri());
            System.in.read();
        }
    }

    @Test
    void aThrowawayOneAnswersOnTheLoopbackAddress() {
        try (var redis = EmbeddedRedis.start()) {
            assertThat(redis.uri()).startsWith("redis://127.0.0.1:");
            assertThat(ask(redis.uri(), client -> client.set("a", "1"))).isEqualTo("OK");
        }
    }

    @Test
    void whatIsKeptIsThereTheNextTime() {
        try (var redis = EmbeddedRedis.start(folder, 0)) {
            ask(redis.uri(), client -> client.set("a", "1"));
        }
        try (var redis = EmbeddedRedis.start(folder, 0)) {
            assertThat(ask(redis.uri(), client -> client.get("a"))).isEqualTo("1");
        }
    }

    @Test
    void anOrphanIsEndedBeforeItsDataIsUsed() throws Exception {
        var owner = Victim.run(Owner.class, folder);
        var uri = owner.line();
        ask(uri, client -> client.set("a", "1"));
        var program = folder.toRealPath().toString();
        owner.process()
                .descendants()
                .filter(process -> !process.info().command().orElse("").startsWith(program))
                .forEach(ProcessHandle::destroyForcibly);
        owner.killedAfter(0);
        assertThat(ask(uri, RedisCommands::ping)).isEqualTo("PONG");

        try (var redis = EmbeddedRedis.start(folder, 0)) {
            assertThat(ask(redis.uri(), client -> client.get("a"))).isEqualTo("1");
            assertGone(uri);
        }
    }

    @Test
    void aLivingOneIsNoOrphan() {
        try (var redis = EmbeddedRedis.start(folder, 0)) {
            assertThatThrownBy(() -> EmbeddedRedis.start(folder, 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Redis does not start: another one uses " + folder);
            assertThat(ask(redis.uri(), RedisCommands::ping)).isEqualTo("PONG");
        }
    }

    @Test
    void aStrangerWithTheOrphansNumberIsLeftAlone() throws Exception {
        var stranger = new ProcessBuilder("sleep", "60").start();
        Files.writeString(folder.resolve("redis.pid"), Long.toString(stranger.pid()));

        EmbeddedRedis.start(folder, 0).close();

        assertThat(stranger.isAlive()).isTrue();
        stranger.destroy();
    }

    @Test
    void itEndsWithItsOwnerEvenWhenThatIsKilled() throws Exception {
        var owner = Victim.run(Owner.class, folder);
        var uri = owner.line();
        assertThat(ask(uri, RedisCommands::ping)).isEqualTo("PONG");

        owner.killedAfter(0);

        await().untilAsserted(() -> assertGone(uri));
    }

    @Test
    void aTakenPortIsNamed() {
        try (var first = EmbeddedRedis.start()) {
            int port = Integer.parseInt(first.uri().replaceFirst(".*:", ""));
            assertThatThrownBy(() -> EmbeddedRedis.start(folder, port))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Redis does not start: port " + port + " of 127.0.0.1 is taken");
        }
    }

    private static void assertGone(String uri) {
        assertThatThrownBy(() -> ask(uri, RedisCommands::ping)).isInstanceOf(RedisConnectionException.class);
    }

    private static String ask(String uri, Function<RedisCommands<String, String>, String> question) {
        try (var client = RedisClient.create(uri);
                var connection = client.connect()) {
            return question.apply(connection.sync());
        }
    }
}
