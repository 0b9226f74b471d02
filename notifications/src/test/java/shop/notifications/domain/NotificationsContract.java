package shop.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.platform.Page;

/** What any Notifications must do. */
public abstract class NotificationsContract {

    /** The same empty Notifications for the whole of one test. */
    protected abstract Notifications notifications();

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
        return notifications().after(user, 0, 1_000).stream()
                .map(Notification::seq)
                .toList();
    }

    @Test
    void everybodyIsCountedFromOne() {
        for (int i = 1; i <= 3; i++) notifications().add(of("ann", i, NOON));
        notifications().add(of("bob", 1, NOON));

        assertThat(numbers("ann")).containsExactly(1L, 2L, 3L);
        assertThat(numbers("bob")).containsExactly(1L);
        assertThat(notifications().after("ann", 2, 10))
                .singleElement()
                .isEqualTo(of("ann", 3, NOON).numbered(3));
    }

    @Test
    void theSameTwiceIsOneEvenWhenItWasRemoved() {
        assertThat(notifications().add(of("ann", 1, NOON))).isPresent();
        assertThat(notifications().add(of("ann", 1, NOON))).isEmpty();
        assertThat(notifications().remove("ann", "ntf_ann1")).isTrue();
        assertThat(notifications().add(of("ann", 1, NOON))).isEmpty();

        assertThat(numbers("ann")).isEmpty();
        assertThat(notifications().unread("ann")).isZero();
        assertThat(notifications().add(of("ann", 2, NOON)))
                .hasValueSatisfying(next -> assertThat(next.seq()).isEqualTo(2));
    }

    @Test
    void manyAtOnceGetNumbersWithoutGapOrRepetition() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.rangeClosed(1, 40)
                    .mapToObj(i -> (Callable<Object>) () -> notifications().add(of("ann", i, NOON)))
                    .toList());
        }
        assertThat(numbers("ann"))
                .isEqualTo(IntStream.rangeClosed(1, 40).mapToObj(Long::valueOf).toList());
    }

    @Test
    void numbersGoOnAfterEverythingExpired() {
        for (int i = 1; i <= 3; i++) notifications().add(of("ann", i, NOON));

        notifications().expire(NOON.plusSeconds(1));

        assertThat(numbers("ann")).isEmpty();
        assertThat(notifications().last("ann")).isEqualTo(3);
        notifications().add(of("ann", 4, NOON.plusSeconds(2)));
        assertThat(numbers("ann")).containsExactly(4L);
    }

    @Test
    void aNumberIsNotGivenAgainEvenIfTheLatestCameTooLate() {
        notifications().add(of("ann", 1, NOON));
        notifications().add(of("ann", 2, NOON.minusSeconds(9)));

        notifications().expire(NOON);

        assertThat(notifications().add(of("ann", 3, NOON)))
                .hasValueSatisfying(next -> assertThat(next.seq()).isEqualTo(3));
        assertThat(numbers("ann")).containsExactly(1L, 3L);
    }

    @Test
    void pagesGoFromTheNewestToTheFirst() {
        for (int i = 1; i <= 5; i++) notifications().add(of("ann", i, NOON));
        notifications().add(of("bob", 1, NOON));
        notifications().remove("ann", "ntf_ann4");
        var all = new Notifications.Query("ann", false, Optional.empty());

        var first = notifications().list(all, Page.Request.first(2));
        var second = notifications().list(all, new Page.Request(2, first.next()));

        assertThat(first.items()).extracting(Notification::seq).containsExactly(5L, 3L);
        assertThat(second.items()).extracting(Notification::seq).containsExactly(2L, 1L);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void whatIsReadStaysReadSinceThen() {
        notifications().add(of("ann", 1, NOON));
        notifications().read("ann", "ntf_ann1", NOON);

        assertThat(notifications().read("ann", "ntf_ann1", NOON.plusSeconds(9))).isTrue();
        notifications().readAll("ann", NOON.plusSeconds(9));

        assertThat(notifications().after("ann", 0, 9))
                .singleElement()
                .extracting(Notification::readAt)
                .isEqualTo(Optional.of(NOON));
        assertThat(notifications().read("ann", "ntf_none", NOON)).isFalse();
    }

    @Test
    void whatIsRemovedIsGoneForItsOwnerOnly() {
        notifications().add(of("ann", 1, NOON));

        assertThat(notifications().remove("bob", "ntf_ann1")).isFalse();
        assertThat(notifications().remove("ann", "ntf_ann1")).isTrue();
        assertThat(notifications().remove("ann", "ntf_ann1")).isFalse();
        assertThat(notifications().read("ann", "ntf_ann1", NOON)).isFalse();
        assertThat(notifications().last("ann")).isEqualTo(1);
    }

    @Test
    void whoIsForgottenHasNone() {
        notifications().add(of("ann", 1, NOON));
        notifications().add(of("bob", 1, NOON));

        notifications().forget("ann");

        assertThat(numbers("ann")).isEmpty();
        assertThat(numbers("bob")).containsExactly(1L);
    }

    @Test
    void readingTakesThemFromTheUnreadOnes() {
        for (int i = 1; i <= 3; i++) notifications().add(of("ann", i, NOON));
        assertThat(notifications().read("ann", "ntf_ann2", NOON)).isTrue();
        assertThat(notifications().read("bob", "ntf_ann1", NOON)).isFalse();

        var unread = new Notifications.Query("ann", true, Optional.of(Type.ORDER_PAID));
        assertThat(notifications().list(unread, Page.Request.first(9)).items())
                .extracting(Notification::seq)
                .containsExactly(3L, 1L);
        assertThat(notifications().unread("ann")).isEqualTo(2);
        notifications().readAll("ann", NOON);
        assertThat(notifications().unread("ann")).isZero();
    }
}
