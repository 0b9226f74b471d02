package shop.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static shop.auth.domain.AccountFixture.aFullAccount;
import static shop.auth.domain.AccountFixture.anAccount;
import static shop.auth.domain.AccountFixture.handle;
import static shop.auth.domain.AccountFixture.mailed;
import static shop.auth.domain.AccountFixture.next;
import static shop.auth.domain.AccountFixture.verified;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import shop.auth.domain.OneTime.Purpose;
import shop.platform.Failure;

/** What any Accounts must do; each implementation runs all of it. */
public abstract class AccountsContract {

    private final Account ann = anAccount("usr_ann", "ann@example.com");
    private final Account bob = aFullAccount("usr_bob", "Bob@Example.com");

    /** The same empty Accounts for the whole of one test. */
    protected abstract Accounts accounts();

    /** How many events have been told. */
    protected abstract int told();

    @Test
    void whatIsAddedIsFoundUnchanged() {
        accounts().add(ann, List.of());
        accounts().add(bob, List.of());

        assertThat(accounts().find("usr_ann")).contains(ann);
        assertThat(accounts().find("usr_bob")).contains(bob);
        assertThat(accounts().find("usr_cat")).isEmpty();
    }

    @Test
    void anAccountIsFoundByWhateverLeadsToIt() {
        accounts().add(ann, List.of());
        accounts().add(bob, List.of());

        assertThat(accounts().findByEmail("bob@example.com")).contains(bob);
        assertThat(accounts().findByFirebase("firebase-1")).contains(bob);
        assertThat(accounts().findByHandle(handle(bob))).contains(bob);
        assertThat(accounts().findByMailed(Purpose.RESET, mailed(bob).hash())).contains(bob);
    }

    @Test
    void whatLeadsNowhereFindsNobody() {
        accounts().add(ann, List.of());
        accounts().add(bob, List.of());

        assertThat(accounts().findByEmail("Bob@Example.com")).isEmpty();
        assertThat(accounts().findByFirebase("firebase-2")).isEmpty();
        assertThat(accounts().findByHandle("nothing")).isEmpty();
        assertThat(accounts().findByMailed(Purpose.VERIFICATION, mailed(bob).hash()))
                .isEmpty();
    }

    @Test
    void anAddressBelongsToOne() {
        accounts().add(ann, List.of());
        var twin = anAccount("usr_twin", "ANN@example.com");

        assertThatThrownBy(() -> accounts().add(twin, List.of(verified(twin))))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.code()).isEqualTo("email_taken"));
        assertThat(accounts().find("usr_twin")).isEmpty();
        assertThat(told()).isZero();
    }

    @Test
    void aForgottenAccountFreesItsAddress() {
        accounts().add(bob, List.of());
        accounts().replace(next(bob.forgotten()), List.of());

        accounts().add(aFullAccount("usr_new", "bob@example.com"), List.of());

        assertThat(accounts().find("usr_bob")).contains(next(bob.forgotten()));
        assertThat(accounts().findByEmail("bob@example.com").map(Account::id)).contains("usr_new");
    }

    @Test
    void expiredSessionsAreFound() {
        accounts().add(ann, List.of());
        accounts().add(bob, List.of());

        assertThat(accounts().withExpiredSessions(NOON, 10)).isEmpty();
        assertThat(accounts().withExpiredSessions(NOON.plus(Duration.ofDays(31)), 10))
                .containsExactly(bob);
    }

    @Test
    void whatIsKeptIsTold() {
        accounts().add(ann, List.of(verified(ann)));
        accounts().replace(next(ann.verified()), List.of(verified(ann), verified(ann)));

        await().untilAsserted(() -> assertThat(told()).isEqualTo(3));
    }

    @Test
    void aStaleChangeIsNeitherKeptNorTold() {
        accounts().add(ann, List.of());
        accounts().replace(next(ann.verified()), List.of());

        assertThatThrownBy(() -> accounts().replace(next(ann.forgotten()), List.of(verified(ann))))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.STALE));
        assertThat(accounts().find("usr_ann")).contains(next(ann.verified()));
        assertThat(told()).isZero();
    }
}
