package shop.notifications.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.notifications.domain.Notification;
import shop.notifications.domain.Notifications;
import shop.notifications.domain.Type;
import shop.platform.Page;
import shop.platform.testing.TestMongo;

class MongoNotificationsTest {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Notifications notifications = new MongoNotifications(database);

    @AfterEach
    void drop() {
        database.drop();
    }

    private static Notification of(String user, int number, Instant at) {
        return new Notification(
                "ntf_" + user + number,
                user,
                0,
                Type.ORDER_PAID,
                "Paid",
                "It is paid",
                Map.of("orderId", "ord_1"),
                Optional.empty(),
                at);
    }

    private List<Long> numbers(String user) {
        return notifications.after(user, 0, 1_000).stream()
                .map(Notification::seq)
                .toList();
    }

    @Test
    void everybodyIsCountedFromOne() {
        for (int i = 1; i <= 3; i++) notifications.add(of("ann", i, NOON));
        notifications.add(of("bob", 1, NOON));

        assertThat(numbers("ann")).containsExactly(1L, 2L, 3L);
        assertThat(numbers("bob")).containsExactly(1L);
        assertThat(notifications.after("ann", 2, 10))
                .singleElement()
                .isEqualTo(of("ann", 3, NOON).numbered(3));
    }

    @Test
    void theSameTwiceIsOneEvenWhenItWasRemoved() {
        assertThat(notifications.add(of("ann", 1, NOON))).isPresent();
        assertThat(notifications.add(of("ann", 1, NOON))).isEmpty();
        assertThat(notifications.remove("ann", "ntf_ann1")).isTrue();
        assertThat(notifications.add(of("ann", 1, NOON))).isEmpty();

        assertThat(numbers("ann")).isEmpty();
        assertThat(notifications.unread("ann")).isZero();
        assertThat(notifications.add(of("ann", 2, NOON)))
                .hasValueSatisfying(next -> assertThat(next.seq()).isEqualTo(2));
    }

    @Test
    void manyAtOnceGetNumbersWithoutGapOrRepetition() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.rangeClosed(1, 40)
                    .mapToObj(i -> (Callable<Object>) () -> notifications.add(of("ann", i, NOON)))
                    .toList());
        }
        assertThat(numbers("ann"))
                .isEqualTo(IntStream.rangeClosed(1, 40).mapToObj(Long::valueOf).toList());
    }

    @Test
    void numbersGoOnAfterEverythingExpired() {
        for (int i = 1; i <= 3; i++) notifications.add(of("ann", i, NOON));

        notifications.expire(NOON.plusSeconds(1));

        assertThat(numbers("ann")).isEmpty();
        assertThat(notifications.last("ann")).isEqualTo(3);
        notifications.add(of("ann", 4, NOON.plusSeconds(2)));
        assertThat(numbers("ann")).containsExactly(4L);
    }

    @Test
    void readingTakesThemFromTheUnreadOnes() {
        for (int i = 1; i <= 3; i++) notifications.add(of("ann", i, NOON));
        assertThat(notifications.read("ann", "ntf_ann2", NOON)).isTrue();
        assertThat(notifications.read("bob", "ntf_ann1", NOON)).isFalse();

        var unread = new Notifications.Query("ann", true, Optional.of(Type.ORDER_PAID));
        assertThat(notifications.list(unread, Page.Request.first(9)).items())
                .extracting(Notification::seq)
                .containsExactly(3L, 1L);
        assertThat(notifications.unread("ann")).isEqualTo(2);
        notifications.readAll("ann", NOON);
        assertThat(notifications.unread("ann")).isZero();
    }
}
