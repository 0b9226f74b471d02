package shop.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.auth.domain.AccountFixture.CHAIN;
import static shop.auth.domain.AccountFixture.HOME;
import static shop.auth.domain.AccountFixture.anAccount;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.auth.domain.AccountEvent.Reason;
import shop.auth.domain.AccountEvent.SessionRevoked;
import shop.platform.testing.TestClock;

class FollowingTest {

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final List<String> ended = new ArrayList<>();
    private final TestClock clock = new TestClock(NOON);
    private final Following following = new Following(new Changing(accounts, new Noted(), clock));

    private final class Noted implements Endings {
        @Override
        public void announce(String sessionId) {
            ended.add(sessionId);
        }

        @Override
        public boolean announced(String sessionId) {
            return ended.contains(sessionId);
        }
    }

    @BeforeEach
    void signIn() {
        var session = Session.begin("ses_1", CHAIN.first(), HOME, NOON);
        accounts.add(anAccount("usr_ann", "ann@example.com").signedIn(session, NOON), List.of());
    }

    private Account ann() {
        return accounts.find("usr_ann").orElseThrow();
    }

    @Test
    void rolesFollow() {
        following.roles("usr_ann", Set.of(Role.SUPPORT), 3);

        assertThat(ann().roles()).containsExactlyInAnyOrder(Role.CUSTOMER, Role.SUPPORT);
        assertThat(ended).isEmpty();
    }

    @Test
    void olderNewsAreNoNews() {
        following.roles("usr_ann", Set.of(Role.CUSTOMER, Role.ADMIN), 4);
        following.roles("usr_ann", Set.of(Role.CUSTOMER), 3);
        following.roles("usr_ann", Set.of(Role.CUSTOMER), 4);

        assertThat(ann().roles()).contains(Role.ADMIN);
    }

    @Test
    void newsOfAnotherKindAreNews() {
        following.disabled("usr_ann", 4);
        following.roles("usr_ann", Set.of(Role.CUSTOMER, Role.ADMIN), 3);
        following.called("usr_ann", "Anna", 2);

        assertThat(ann().status()).isEqualTo(Status.DISABLED);
        assertThat(ann().roles()).contains(Role.ADMIN);
        assertThat(ann().displayName()).isEqualTo("Anna");
    }

    @Test
    void whoLosesARoleKeepsTheSessionButNotItsAccessTokens() {
        following.roles("usr_ann", Set.of(Role.CUSTOMER, Role.ADMIN), 3);
        var before = ann().sessions().getFirst();

        following.roles("usr_ann", Set.of(Role.CUSTOMER), 4);

        var after = ann().sessions().getFirst();
        assertThat(ended).containsExactly("ses_1");
        assertThat(after.id()).isNotEqualTo("ses_1");
        assertThat(after.handle()).isEqualTo(before.handle());
        assertThat(after.secret()).isEqualTo(before.secret());
    }

    @Test
    void whoIsDisabledHasNoSessions() {
        following.disabled("usr_ann", 3);

        assertThat(ann().active()).isFalse();
        assertThat(ann().sessions()).isEmpty();
        assertThat(ended).containsExactly("ses_1");
        assertThat(accounts.told()).containsExactly(new SessionRevoked("usr_ann", "ses_1", Reason.ACCOUNT_DISABLED));
    }

    @Test
    void whoIsEnabledAgainMaySignIn() {
        following.disabled("usr_ann", 3);
        following.enabled("usr_ann", 5);
        following.disabled("usr_ann", 4);

        assertThat(ann().active()).isTrue();
    }

    @Test
    void nothingBringsBackWhoIsDeleted() {
        following.deleted("usr_ann");
        var gone = ann();
        following.enabled("usr_ann", 9);
        following.called("usr_ann", "Ann", 9);
        following.roles("usr_ann", Set.of(Role.ADMIN), 9);
        following.deleted("usr_ann");

        assertThat(ann()).isEqualTo(gone);
        assertThat(gone.toString())
                .doesNotContainIgnoringCase("ann@example.com")
                .doesNotContain("Firefox", "203.0");
        assertThat(ended).containsExactly("ses_1");
    }

    @Test
    void newsOfNobodyAreNothing() {
        following.disabled("usr_nobody", 1);

        assertThat(accounts.find("usr_nobody")).isEmpty();
    }

    @Test
    void expiredSessionsAreForgottenWithoutNoise() {
        clock.advance(Duration.ofDays(31));

        following.tidy(accounts, 10);

        assertThat(ann().sessions()).isEmpty();
        assertThat(accounts.told()).isEmpty();
    }
}
