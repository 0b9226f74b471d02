package shop.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import shop.local.Person;
import shop.platform.events.Event;
import shop.platform.events.Fact;
import shop.platform.json.Json;

/** From an event that is handed to the broker to the notification on an open stream, a hundred a second. */
final class Live implements Scenario {

    private static final double SLOWEST = 150; // milliseconds
    private static final int PEOPLE = 10;
    private static final int PUBLISHERS = 4;
    private static final Load WARM = new Load(PUBLISHERS, Duration.ofSeconds(4), 100);
    private static final Load STEADY = new Load(PUBLISHERS, Duration.ofSeconds(6), 100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final House house;
    private final AtomicInteger numbers = new AtomicInteger();

    Live(House house) {
        this.house = house;
    }

    /** What was told and has been heard, by the number of the event, in nanoseconds. */
    private record Round(Map<String, Long> told, Map<String, Long> heard) {

        long[] nanos() {
            return heard.entrySet().stream()
                    .filter(each -> told.containsKey(each.getKey()))
                    .mapToLong(each -> each.getValue() - told.getOrDefault(each.getKey(), each.getValue()))
                    .sorted()
                    .toArray();
        }
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public List<String> run() throws Exception {
        var people = IntStream.range(0, PEOPLE).mapToObj(any -> house.buyer()).toList();
        Map<String, Long> heard = new ConcurrentHashMap<>();
        try (var http = HttpClient.newHttpClient()) {
            var open = new ArrayList<Thread>();
            for (var person : people) open.add(listening(http, person, heard));
            measure(WARM, people, heard);
            var found = measure(STEADY, people, heard);
            http.shutdownNow();
            for (var each : open) each.join(PATIENCE);
            return List.of(
                    found.line("notifications heard, " + PEOPLE + " people"),
                    Goal.exactly("lost", found.failures(), 0),
                    Goal.atMost("p99 at 100 a second, ms", found.percentileMillis(0.99), SLOWEST));
        }
    }

    private Load.Result measure(Load load, List<Person> people, Map<String, Long> heard) throws Exception {
        var round = new Round(new ConcurrentHashMap<>(), heard);
        var told = load.on(() -> () -> tell(people, round.told()));
        for (var end = System.nanoTime() + PATIENCE.toNanos();
                round.nanos().length < round.told().size() && System.nanoTime() < end; ) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        var nanos = round.nanos();
        return new Load.Result(nanos, told.span(), round.told().size() - nanos.length);
    }

    private boolean tell(List<Person> people, Map<String, Long> told) {
        int number = numbers.incrementAndGet();
        var review = "rev_bench" + number;
        var data = Map.of(
                "reviewId",
                review,
                "productId",
                "prd_1",
                "storeId",
                house.store(),
                "authorId",
                people.get(number % PEOPLE).id(),
                "rating",
                5,
                "title",
                "Lovely",
                "verifiedPurchase",
                true,
                "status",
                "published",
                "by",
                house.seller().id());
        told.put(review, System.nanoTime());
        house.shop().publish(Event.about(review, 1, new Fact("reviews", "review.replied", data), Instant.now()));
        return true;
    }

    /** Returns when the stream is open. */
    private Thread listening(HttpClient http, Person person, Map<String, Long> heard) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + house.port() + "/notifications/stream"))
                .header("Authorization", "Bearer " + person.client().name())
                .header("Accept", "text/event-stream")
                .build();
        var response = http.send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) throw new IllegalStateException("stream: " + response.statusCode());
        return Thread.startVirtualThread(() -> {
            try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) hear(line, heard);
            } catch (IOException closed) {
                return; // the end of the scenario
            }
        });
    }

    private static void hear(String line, Map<String, Long> heard) {
        var now = System.nanoTime();
        if (!line.startsWith("data:")) return;
        var data = Json.TOLERANT.readTree(line.substring(5)).path("data");
        heard.putIfAbsent(data.path("reviewId").asString(), now);
    }
}
