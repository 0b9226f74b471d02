package shop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static shop.platform.testing.TestPlatform.NOON;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.platform.events.DeadLetters;
import shop.platform.events.Event;
import shop.platform.events.EventBus;
import shop.platform.testing.InMemoryBus;
import shop.platform.testing.TestClock;
import shop.platform.testing.TestMongo;

/** A registration that is killed anywhere leaves a whole user or none; an ended session has ended in both services. */
class RegistrationTest {

    /** Where both processes die. */
    enum Death {
        BEFORE_AUTH_TELLS(InMemoryBus.Crash.BEFORE_DELIVERY),
        AFTER_AUTH_TELLS(InMemoryBus.Crash.AFTER_DELIVERY),
        BEFORE_USERS_WRITES(InMemoryBus.Crash.NEVER),
        AFTER_USERS_WRITES(InMemoryBus.Crash.NEVER);

        private final InMemoryBus.Crash crash;

        Death(InMemoryBus.Crash crash) {
            this.crash = crash;
        }
    }

    /** A bus on which users dies around its work, so that nothing it hears is ever acknowledged. */
    private record Dying(EventBus bus, Death death) implements EventBus {

        @Override
        public List<Event> publish(List<Event> events) {
            return bus.publish(events);
        }

        @Override
        public AutoCloseable subscribe(String queue, List<String> types, Consumer<Event> handler) {
            if (!queue.startsWith("users.")) return bus.subscribe(queue, types, handler);
            return bus.subscribe(queue, types, event -> {
                if (death == Death.BEFORE_USERS_WRITES) throw new IllegalStateException("users died before");
                handler.accept(event);
                if (death == Death.AFTER_USERS_WRITES) throw new IllegalStateException("users died after");
            });
        }

        @Override
        public void begin() {
            bus.begin();
        }

        @Override
        public DeadLetters deadLetters(String service) {
            return bus.deadLetters(service);
        }

        @Override
        public Map<String, Depth> depths() {
            return bus.depths();
        }

        @Override
        public MeterRegistry meters() {
            return bus.meters();
        }

        @Override
        public boolean answers() {
            return bus.answers();
        }

        @Override
        public void close() {
            bus.close();
        }
    }

    private final String databases = TestMongo.freshName() + "-";
    private final TestClock clock = new TestClock(NOON);

    @AfterEach
    void drop() {
        for (var service : List.of("auth", "users")) {
            TestMongo.CLIENT.getDatabase(databases + service).drop();
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoHalfUser(Death death) {
        try (var dying = new TwoServices(databases, new Dying(new InMemoryBus(death.crash), death), clock)) {
            assertThat(dying.register("ann@example.com").status()).isEqualTo(201);
        }
        clock.advance(Duration.ofMinutes(1));
        try (var next = new TwoServices(databases, new InMemoryBus(), clock)) {
            assertThat(next.register("ann@example.com").text("code")).isEqualTo("email_taken");
            await().pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
                clock.advance(Duration.ofSeconds(11)); // what found no queue before users was there is tried again
                var admin = next.login(TwoServices.ADMIN).text("accessToken"); // time runs, and a token ends
                var found = next.users(admin).get("/users?q=ann@example.com").body();
                assertThat(found.path("items").size()).isOne();
            });
            var ann = next.login("ann@example.com");
            assertThat(next.users(ann.text("accessToken")).get("/users/me").text("displayName"))
                    .isEqualTo("Ann");
        }
    }

    @Test
    void aProfileIsThereAtOnceThoughNoEventGetsOut() {
        var silent = new InMemoryBus(InMemoryBus.Crash.BEFORE_DELIVERY);
        try (var both = new TwoServices(databases, silent, clock)) {
            var ann = both.register("ann@example.com");
            var me = both.users(ann.text("accessToken")).get("/users/me");
            assertThat(me.status()).isEqualTo(200);
            assertThat(me.text("displayName")).isEqualTo("Ann");
        }
    }

    @Test
    void whoLogsOutEverywhereIsOutInEveryServiceFiveSecondsLater() {
        try (var both = new TwoServices(databases, new InMemoryBus(), clock)) {
            var phone = both.register("ann@example.com").text("accessToken");
            var laptop = both.login("ann@example.com").text("accessToken");
            for (var token : List.of(phone, laptop)) {
                assertThat(both.users(token).get("/users/me").status()).isEqualTo(200);
            }

            assertThat(both.auth(phone).post("/auth/logout-all", "").status()).isEqualTo(204);
            clock.advance(Duration.ofSeconds(5));

            for (var token : List.of(phone, laptop)) {
                assertThat(both.users(token).get("/users/me").status()).isEqualTo(401);
                assertThat(both.auth(token).get("/auth/sessions").status()).isEqualTo(401);
            }
            var again = both.login("ann@example.com").text("accessToken");
            assertThat(both.users(again).get("/users/me").status()).isEqualTo(200);
        }
    }

    @Test
    void ofTwoInstancesThatStartAtOnceOneMakesTheAdmin() throws Exception {
        try (var one = Executors.newVirtualThreadPerTaskExecutor()) {
            var bus = new InMemoryBus();
            var first = one.submit(() -> new TwoServices(databases, bus, clock));
            var second = one.submit(() -> new TwoServices(databases, bus, clock));
            try (var a = first.get();
                    var b = second.get()) {
                assertThat(a.login(TwoServices.ADMIN).status()).isEqualTo(200);
                assertThat(b.login(TwoServices.ADMIN).status()).isEqualTo(200);
                assertThat(TestMongo.CLIENT
                                .getDatabase(databases + "auth")
                                .getCollection("accounts")
                                .countDocuments())
                        .isOne();
                var token = a.login(TwoServices.ADMIN).text("accessToken");
                assertThat(b.auth(token).get("/auth/sessions").status())
                        .as("both sign with the same keys")
                        .isEqualTo(200);
            }
        }
    }
}
