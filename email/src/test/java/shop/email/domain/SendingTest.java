package shop.email.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.email.domain.EmailFixture.ANN;
import static shop.email.domain.EmailFixture.ann;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.email.domain.Delivery.Deferred;
import shop.email.domain.Delivery.Refused;
import shop.platform.Failure;
import shop.platform.Page;
import shop.platform.testing.TestClock;

class SendingTest {

    private static final Cause CAUSE = new Cause("evt_1", NOON);

    private final TestClock clock = new TestClock(NOON);
    private final InMemoryEmails emails = new InMemoryEmails();
    private final InMemorySuppressions suppressions = new InMemorySuppressions();
    private final FakeMailbox mailbox = new FakeMailbox();
    private final FakeDirectory directory = new FakeDirectory();
    private final Addressing addressing = new Addressing(new InMemoryContacts(), new InMemoryStores(), directory);
    private final Queueing queueing = new Queueing(emails, suppressions, EmailFixture::letter, clock);
    private final Post post = new Post(EmailFixture::letter, address -> "https://shop.example/x?" + address, mailbox);
    private final Sending sending = new Sending(emails, suppressions, addressing, post, clock);
    private final Erasing erasing = new Erasing(emails, addressing);

    @Test
    void aMailGoesOutOnceAndItsDataIsForgotten() {
        queueing.tell(CAUSE, Template.WELCOME, ann(), Map.of());
        queueing.tell(CAUSE, Template.WELCOME, ann(), Map.of());

        carry();
        carry();

        assertThat(mailbox.parcels()).hasSize(1);
        assertThat(mailbox.parcels().getFirst().letter().text())
                .contains("displayName")
                .contains("Ann");
        assertThat(only().status()).isEqualTo(Status.SENT);
        assertThat(only().data()).isEmpty();
        assertThat(only().progress().sentAt()).contains(NOON);
        assertThat(emails.told())
                .containsExactly(new EmailEvent.Sent(only().id(), Template.WELCOME, Optional.of("usr_ann")));
    }

    @Test
    void whoDeclinedAKindOfMailGetsNoneOfIt() {
        var paid = Template.PAYMENT_RECEIVED;
        queueing.tell(CAUSE, paid, ann(), paid.example());
        directory.declines("usr_ann", paid); // after it was queued

        carry();
        queueing.tell(CAUSE, Template.WELCOME, ann(), Map.of());
        carry();

        assertThat(mailbox.parcels()).hasSize(1);
        assertThat(emails.page(
                                new Emails.Filter(Optional.of(Status.SUPPRESSED), Optional.empty(), Optional.empty()),
                                Page.Request.first(9))
                        .items())
                .extracting(Email::template)
                .containsExactly(paid);
    }

    @Test
    void ofManyWhoTryOneSends() throws Exception {
        queueing.tell(CAUSE, Template.WELCOME, ann(), Map.of());
        var due = emails.due(NOON, 10).getFirst();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.range(0, 50)
                    .mapToObj(i -> Executors.callable(() -> sending.send(due)))
                    .toList());
        }

        assertThat(mailbox.parcels()).hasSize(1);
    }

    @Test
    void whatIsDeferredIsTriedAgainWithGrowingPausesAndFailsInTheEnd() {
        queueing.tell(CAUSE, Template.WELCOME, ann(), Map.of());
        var minutes = List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360);

        for (int pause : minutes) {
            mailbox.answer(new Deferred("451 later"));
            carry();
            assertThat(only().progress().dueAt()).contains(clock.instant().plus(Duration.ofMinutes(pause)));
            clock.advance(Duration.ofMinutes(pause));
        }
        mailbox.answer(new Deferred("451 <ann@example.com> still not"));
        carry();

        assertThat(only().status()).isEqualTo(Status.FAILED);
        assertThat(only().progress().attempts()).hasSize(12);
        assertThat(mailbox.parcels()).extracting(Mailbox.Parcel::id).hasSize(12).containsOnly(only().id());
        assertThat(emails.told())
                .containsExactly(new EmailEvent.Failed(
                        only().id(), Template.WELCOME, Optional.of("usr_ann"), "451 <the address> still not"));
    }

    @Test
    void whatIsRefusedFailsAtOnceAndMayBeRetriedByHand() {
        mailbox.answer(new Refused("550 no such user"));
        queueing.tell(CAUSE, Template.WELCOME, ann(), Map.of());
        carry();
        assertThat(only().status()).isEqualTo(Status.FAILED);

        sending.retry(only().id());
        carry();

        assertThat(only().status()).isEqualTo(Status.SENT);
        assertThat(only().progress().attempts())
                .extracting(Attempt::result)
                .containsExactly(Status.FAILED, Status.SENT);
        assertThatThrownBy(() -> sending.retry(only().id()))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.code()).isEqualTo("not_retryable"));
    }

    @Test
    void whoeverDiesWhileSendingIsReplacedAfterAWhile() {
        queueing.tell(CAUSE, Template.WELCOME, ann(), Map.of());
        emails.replace(only().sending(NOON));

        carry();
        assertThat(mailbox.parcels()).isEmpty();

        clock.advance(Progress.LEASE);
        carry();
        assertThat(mailbox.parcels()).hasSize(1);
    }

    @Test
    void aMailThatKillsEachTimeIsGivenUp() {
        queueing.tell(CAUSE, Template.WELCOME, ann(), Map.of());
        for (int i = 0; i < 12; i++) {
            emails.replace(only().sending(clock.instant()));
            clock.advance(Progress.LEASE);
        }

        carry();

        assertThat(mailbox.parcels()).isEmpty();
        assertThat(only().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void aSuppressedAddressGetsNothing() {
        new Unsubscribing(suppressions, clock).suppress(ANN, Optional.of("bounced"));
        queueing.tell(CAUSE, Template.WELCOME, ann(), Map.of());

        carry();

        assertThat(only().status()).isEqualTo(Status.SUPPRESSED);
        assertThat(only().version()).isEqualTo(1);
        assertThat(mailbox.parcels()).isEmpty();
    }

    @Test
    void whoUnsubscribesLaterThanTheMailWasQueuedGetsOnlyWhatIsEssential() {
        queueing.tell(CAUSE, Template.REVIEW_REQUEST, ann(), order(), Duration.ofDays(7));
        queueing.tell(CAUSE, Template.ORDER_DELIVERED, ann(), facts());
        new Unsubscribing(suppressions, clock).unsubscribe(ANN);

        clock.advance(Duration.ofDays(7));
        carry();

        assertThat(mailbox.parcels())
                .extracting(parcel -> parcel.letter().subject())
                .containsExactly("ORDER_DELIVERED EN");
        assertThat(mailbox.parcels().getFirst().unsubscribe()).isEmpty();
    }

    @Test
    void aMailNobodyNeedsWaitsForItsDayAndCanBeEndedWithOneClick() {
        queueing.tell(CAUSE, Template.REVIEW_REQUEST, ann(), order(), Duration.ofDays(7));

        clock.advance(Duration.ofDays(7).minusMillis(1));
        carry();
        assertThat(mailbox.parcels()).isEmpty();

        clock.advance(Duration.ofMillis(1));
        carry();
        assertThat(mailbox.parcels().getFirst().unsubscribe()).contains("https://shop.example/x?ann@example.com");
    }

    @Test
    void whoHasLeftGetsOneLastMailAndIsForgotten() {
        queueing.tell(CAUSE, Template.WELCOME, ann(), Map.of());
        carry();
        queueing.tell(CAUSE, Template.REVIEW_REQUEST, ann(), order(), Duration.ofDays(7));

        erasing.erase("usr_ann", Optional.of(ANN));
        queueing.tell(CAUSE, Template.ACCOUNT_DELETED, ann(), Map.of());
        queueing.tell(new Cause("evt_2", NOON), Template.ORDER_DELIVERED, ann(), facts());
        clock.advance(Duration.ofDays(8));
        carry();

        assertThat(mailbox.parcels())
                .extracting(parcel -> parcel.letter().subject())
                .containsExactly("WELCOME EN", "ACCOUNT_DELETED EN");
        var left = emails.page(
                        new Emails.Filter(Optional.empty(), Optional.empty(), Optional.empty()),
                        shop.platform.Page.Request.first(10))
                .items();
        assertThat(left).hasSize(4).allMatch(email -> email.to().equals(Address.ERASED) && email.erased());
        assertThat(left.toString()).doesNotContain("ann@example.com").doesNotContain("Ann");
    }

    @Test
    void aKeySendsOnce() {
        var first = queueing.ask(Optional.of("root k"), Template.WELCOME, ann(), Map.of());

        assertThat(queueing.ask(Optional.of("root k"), Template.WELCOME, ann(), Map.of()))
                .isEqualTo(first);
        assertThatThrownBy(
                        () -> queueing.ask(Optional.of("root k"), Template.WELCOME, ann(), Map.of("displayName", "x")))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.code()).isEqualTo("idempotency_key_reused"));
    }

    private static Map<String, Object> facts() {
        return Map.of("orderId", "ord_1", "number", "2030-000001");
    }

    private static Map<String, Object> order() {
        return Map.of("orderId", "ord_1", "number", "2030-000001", "items", List.of());
    }

    private void carry() {
        try (var carrying = new Carrying(emails, sending, clock)) {
            carrying.carry();
        }
    }

    private Email only() {
        var filter = new Emails.Filter(Optional.empty(), Optional.empty(), Optional.empty());
        return emails.page(filter, shop.platform.Page.Request.first(1)).items().getFirst();
    }
}
