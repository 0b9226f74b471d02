package shop.platform.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static shop.platform.testing.TestPlatform.NOON;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.platform.events.DeadLetters.DeadLetter;
import shop.platform.testing.Cable;

/** What may be done with deliveries that were given up on, on any AMQP 0-9-1 broker. */
abstract class DeadLettersContract {

    private static final Backoff ONCE = new Backoff(1, Duration.ofMillis(10), Duration.ofMillis(20));

    private final String service = "test-" + UUID.randomUUID();
    private final String queue = service + ".things";
    private final String type = service + ".made";
    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private volatile boolean broken = true;
    private volatile String reason = "no luck";
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private Cable cable;
    private RabbitBus bus;
    private Channel broker;
    private DeadLetters letters;

    protected abstract String uri();

    @BeforeEach
    void connect() throws Exception {
        cable = Cable.to(uri());
        bus = RabbitBus.connect(cable.uri(), "test", Clock.fixed(NOON, UTC), meters, ONCE);
        bus.begin();
        letters = bus.deadLetters(service);
        var factory = new ConnectionFactory();
        factory.setUri(URI.create(uri()));
        broker = factory.newConnection("test-observer").createChannel();
        bus.subscribe(queue, List.of(type), this::handle);
    }

    private void handle(Event event) {
        if (broken) throw new IllegalStateException(reason);
        heard.add(event);
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        bus.close();
        cable.close();
        broker.queueDelete(queue);
        broker.queueDelete(queue + ".dead");
        broker.getConnection().close();
    }

    private List<Event> bury(int many) {
        var events = IntStream.range(0, many)
                .mapToObj(number -> Event.about("thing-" + number, 1, new Fact("test", type, Map.of()), NOON))
                .toList();
        bus.publish(events);
        await().untilAsserted(() -> assertThat(letters.list(100)).hasSize(many));
        return events;
    }

    @Test
    void aLetterTellsWhatItDiedOfAndWhen() throws Exception {
        broker.basicPublish(
                "",
                queue,
                new BasicProperties.Builder().headers(Map.of("colour", "red")).build(),
                "not json".getBytes(UTF_8));
        await().untilAsserted(() -> assertThat(letters.list(100)).hasSize(1));

        var letter = letters.list(100).getFirst();
        assertThat(letter.id()).isNotBlank();
        assertThat(letter.queue()).isEqualTo(queue);
        assertThat(letter.reason()).contains("Unrecognized token");
        assertThat(letter.stackHash()).matches("[0-9a-f]{1,8}");
        assertThat(letter.diedAt()).contains(NOON);
        assertThat(letter.headers()).isEqualTo(Map.of("colour", "red"));
        assertThat(letter.event().asString()).isEqualTo("not json");
        assertThat(letters.discard(letter.id())).isTrue();
    }

    @Test
    void noMoreThanAskedForAreListed() {
        var events = bury(5);

        await().untilAsserted(() -> assertThat(letters.list(3))
                .extracting(DeadLetter::id)
                .hasSize(3)
                .isSubsetOf(ids(events)));
    }

    @Test
    void aLongReasonIsShortened() {
        reason = "x".repeat(200_000);
        bury(1);

        assertThat(letters.list(1).getFirst().reason())
                .startsWith("java.lang.IllegalStateException: xxx")
                .hasSizeLessThan(1_010);
    }

    @Test
    void oneIsDeliveredAgainAndTheOthersStay() {
        var events = bury(3);
        broken = false;

        assertThat(letters.replay(events.get(1).id())).isTrue();

        await().untilAsserted(() -> assertThat(heard).containsExactly(events.get(1)));
        // what was looked at goes back a moment after the looking
        await().untilAsserted(() -> assertThat(letters.list(100))
                .extracting(DeadLetter::id)
                .containsExactlyInAnyOrder(events.get(0).id(), events.get(2).id()));
        assertThat(letters.replay(events.get(1).id())).isFalse();
    }

    @Test
    void whatFailsAgainComesBack() {
        var id = bury(1).getFirst().id();

        assertThat(letters.replay(id)).isTrue();

        await().untilAsserted(() -> assertThat(letters.list(100))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.id()).isEqualTo(id);
                    assertThat(letter.headers()).isEmpty();
                }));
    }

    @Test
    void ofManyWhoReplayTheSameOneDoes() throws Exception {
        var event = bury(1).getFirst();
        broken = false;

        assertThat(allAtOnce(8, number -> another(number).replay(event.id()))).isEqualTo(1);

        await().untilAsserted(() -> assertThat(heard).containsExactly(event));
        assertThat(letters.list(100)).isEmpty();
    }

    @Test
    void ofManyWhoDiscardTheSameOneDoes() throws Exception {
        var event = bury(1).getFirst();

        assertThat(allAtOnce(8, number -> another(number).discard(event.id()))).isEqualTo(1);

        assertThat(letters.discard(event.id())).isFalse();
        assertThat(letters.list(100)).isEmpty();
    }

    /** Those of other processes share no lock with ours. */
    private DeadLetters another(int number) {
        return number % 2 == 0 ? letters : bus.deadLetters(service);
    }

    @Test
    void whoeverOnlyLooksHidesNothing() throws Exception {
        var events = bury(20);
        broken = false;

        assertThat(allAtOnce(20, number -> {
                    letters.list(100);
                    return letters.replay(events.get(number).id());
                }))
                .isEqualTo(20);

        await().untilAsserted(() -> assertThat(heard).containsExactlyInAnyOrderElementsOf(events));
    }

    @Test
    void whileTheBrokerIsAwayNothingIsLost() {
        var event = bury(1).getFirst();
        broken = false;
        cable.cut();

        unavailable(() -> letters.replay(event.id()));
        unavailable(() -> letters.discard(event.id()));
        unavailable(() -> letters.list(100));

        cable.mend();
        await().ignoreExceptions().until(() -> letters.replay(event.id()));
        await().untilAsserted(() -> assertThat(heard).contains(event));
    }

    private static void unavailable(Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.UNAVAILABLE));
    }

    private static List<String> ids(List<Event> events) {
        return events.stream().map(Event::id).toList();
    }

    private interface Attempt {
        boolean by(int number);
    }

    /** How many of them said yes. */
    private static int allAtOnce(int many, Attempt attempt) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = threads.invokeAll(IntStream.range(0, many)
                    .mapToObj(number -> (Callable<Boolean>) () -> attempt.by(number))
                    .toList());
            int done = 0;
            for (var each : tries) if (each.get()) done++;
            return done;
        }
    }
}
