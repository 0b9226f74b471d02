package shop.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.notifications.domain.Push;
import shop.platform.app.Server;
import shop.platform.app.Service;
import shop.platform.events.Event;
import shop.platform.events.Fact;
import shop.platform.testing.Client;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestMongo;
import shop.platform.testing.TestPlatform;

/** Two instances on one database: a stream on either tells what the other has stored, and each goes on for the other. */
class TwoInstancesTest {

    private static final int MANY = 60;

    private final Map<String, String> env = Map.of("DATABASE_PREFIX", TestMongo.freshName() + "-");
    private final InMemoryBus oneHears = new InMemoryBus();
    private final InMemoryBus otherHears = new InMemoryBus();
    private final Server one = instance(oneHears);
    private final Server other = instance(otherHears);
    private final HttpClient http = HttpClient.newHttpClient();

    private Server instance(InMemoryBus bus) {
        return Server.start(
                TestPlatform.with(bus, env),
                0,
                List.of(each -> NotificationsApp.wire(
                        new Service("notifications", "/notifications"), Push.NONE, store -> Optional.empty(), each)));
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        one.close();
        other.close();
    }

    private static void paid(InMemoryBus bus, int number) {
        var data = Map.of(
                "orderId", "ord_" + number, "number", "2030-" + number, "customerId", "ann", "storeIds", List.of());
        var event = Event.about("ord_" + number, 1, new Fact("orders", "order.paid", data), TestPlatform.NOON);
        bus.publish(List.of(event, event)); // as brokers do
    }

    @Test
    void aStreamOnOneTellsWhatTheOtherStored() throws Exception {
        var told = stream(one, 0);

        paid(otherHears, 1);

        await().untilAsserted(() -> assertThat(told).containsExactly(1L));
    }

    @Test
    void nothingIsLostAndNothingIsTwiceWhicheverInstanceTells() throws Exception {
        var first = stream(one, 0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var published = IntStream.range(0, MANY)
                    .mapToObj(i -> threads.submit((Callable<Boolean>) () -> {
                        paid(i % 2 == 0 ? oneHears : otherHears, i);
                        return true;
                    }))
                    .toList();
            await().untilAsserted(() -> assertThat(first).hasSizeGreaterThan(5));
            var seen = List.copyOf(first); // as if the line were cut here
            var second = stream(other, seen.getLast());
            for (var each : published) assertThat(each.get()).isTrue();

            await().untilAsserted(() -> assertThat(first).isEqualTo(numbers(1, MANY)));
            await().untilAsserted(() -> assertThat(second).isEqualTo(numbers(seen.size() + 1, MANY)));
        }
        var count = new Client(other.port(), "ann").get("/notifications/unread-count");
        assertThat(count.body().path("count").asInt()).isEqualTo(MANY);
    }

    private static List<Long> numbers(int from, int to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    /** The numbers of what is told on a new stream. */
    private List<Long> stream(Server server, long after) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/notifications/stream"))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer ann")
                .header("Last-Event-ID", Long.toString(after))
                .build();
        var response = http.send(request, BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        var told = new CopyOnWriteArrayList<Long>();
        Thread.startVirtualThread(() -> {
            try (var lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("id: ")) told.add(Long.valueOf(line.substring(4)));
                }
            } catch (IOException closed) {
                told.add(-1L); // the line was cut, not ended
            }
        });
        return told;
    }
}
