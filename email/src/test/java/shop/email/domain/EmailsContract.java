package shop.email.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static shop.email.domain.EmailFixture.ANN;
import static shop.email.domain.EmailFixture.anEmail;
import static shop.email.domain.EmailFixture.sent;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.platform.Page;

/** What any Emails must do; each implementation runs all of it. */
public abstract class EmailsContract {

    private static final Emails.Filter ALL = new Emails.Filter(Optional.empty(), Optional.empty(), Optional.empty());

    /** The same empty Emails for the whole of one test. */
    protected abstract Emails emails();

    /** How many events have been told. */
    protected abstract int told();

    @Test
    void whatIsAddedIsFoundUnchanged() {
        var email = anEmail("eml_1", Template.ORDER_CONFIRMATION, ANN, Template.ORDER_CONFIRMATION.example());

        assertThat(emails().add(email)).isTrue();

        assertThat(emails().find("eml_1")).contains(email);
        assertThat(emails().findByKey("eml_1")).contains(email);
        assertThat(emails().find("eml_2")).isEmpty();
        assertThat(emails().findByKey("eml_2")).isEmpty();
    }

    @Test
    void theSameIsAddedOnce() {
        var first = anEmail("eml_1");
        emails().add(first);

        assertThat(emails().add(anEmail("eml_1", Template.VERIFY_EMAIL, ANN, Map.of())))
                .isFalse();
        assertThat(emails().find("eml_1")).contains(first);
    }

    @Test
    void eachStateIsKeptAsSuch() {
        var email = anEmail("eml_1");
        emails().add(email);

        var changes = List.<UnaryOperator<Email>>of(
                it -> it.sending(NOON),
                it -> it.deferred(NOON, "451 later"),
                it -> it.again(NOON),
                it -> it.sending(NOON),
                it -> it.failed(NOON, "550 no"),
                it -> it.again(NOON),
                it -> it.sending(NOON),
                it -> it.sent(NOON, "250 OK"));
        for (var change : changes) {
            email = change.apply(email);
            emails().replace(email);
            assertThat(emails().find("eml_1")).contains(email);
        }
    }

    @Test
    void aStaleChangeIsNeitherKeptNorTold() {
        var email = anEmail("eml_1");
        emails().add(email);
        emails().replace(email.sending(NOON));

        assertThatThrownBy(() -> emails().replace(email.sent(NOON, "250 OK"), sent(email)))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.STALE));
        assertThat(emails().find("eml_1")).map(Email::status).contains(Status.SENDING);
        assertThat(told()).isZero();
    }

    @Test
    void whatIsKeptIsTold() {
        var email = anEmail("eml_1");
        emails().add(email);
        emails().replace(email.sent(NOON, "250 OK"), sent(email));

        await().untilAsserted(() -> assertThat(told()).isEqualTo(1));
    }

    @Test
    void onlyWhatIsDueIsDueTheMostPatientFirst() {
        var late = anEmail("eml_1").sending(NOON.plusSeconds(60));
        emails().add(anEmail("eml_2"));
        emails().add(late);
        emails().add(anEmail("eml_3").sent(NOON, "250 OK"));

        assertThat(emails().due(NOON.minusMillis(1), 10)).isEmpty();
        assertThat(emails().due(NOON, 10)).extracting(Email::id).containsExactly("eml_2");
        assertThat(emails().due(NOON.plus(Duration.ofHours(1)), 10))
                .extracting(Email::id)
                .containsExactly("eml_2", "eml_1");
        assertThat(emails().due(NOON.plus(Duration.ofHours(1)), 1)).hasSize(1);
    }

    @Test
    void pagesShowTheNewestFirstAndKnowTheirFilters() {
        for (int i = 1; i <= 5; i++) emails().add(anEmail("eml_" + i));
        emails().add(anEmail("eml_6", Template.VERIFY_EMAIL, new Address("Bob@example.com"), Map.of())
                .suppressed());

        var first = emails().page(ALL, Page.Request.first(4));
        var second = emails().page(ALL, new Page.Request(4, first.next()));

        assertThat(first.items()).extracting(Email::id).containsExactly("eml_6", "eml_5", "eml_4", "eml_3");
        assertThat(second.items()).extracting(Email::id).containsExactly("eml_2", "eml_1");
        assertThat(second.next()).isEmpty();
        var bob = new Emails.Filter(
                Optional.of(Status.SUPPRESSED),
                Optional.of(new Address("bob@EXAMPLE.com")),
                Optional.of(Template.VERIFY_EMAIL));
        assertThat(emails().page(bob, Page.Request.first(4)).items())
                .extracting(Email::id)
                .containsExactly("eml_6");
        var none = new Emails.Filter(Optional.of(Status.SENT), bob.to(), bob.template());
        assertThat(emails().page(none, Page.Request.first(4)).items()).isEmpty();
    }

    @Test
    void thoseOfAPersonAreFoundUntilTheyAreErased() {
        emails().add(anEmail("eml_1"));
        emails().add(anEmail("eml_2"));
        emails().add(anEmail("eml_3", Template.ACCOUNT_DELETED, ANN, Map.of()));

        assertThat(emails().to("usr_ann", 10)).extracting(Email::id).containsExactly("eml_2", "eml_1");
        assertThat(emails().to("usr_ann", 1)).hasSize(1);
        assertThat(emails().to(ANN, 10)).hasSize(2);

        emails().replace(anEmail("eml_2").erase());
        assertThat(emails().to("usr_ann", 10)).extracting(Email::id).containsExactly("eml_1");
        assertThat(emails().to(ANN, 10)).extracting(Email::id).containsExactly("eml_1");
        assertThat(emails().find("eml_2")).map(Email::to).contains(Address.ERASED);
    }
}
