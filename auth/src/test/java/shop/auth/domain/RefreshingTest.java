package shop.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.auth.domain.AccountFixture.CHAIN;
import static shop.auth.domain.AccountFixture.HOME;
import static shop.auth.domain.AccountFixture.anAccount;
import static shop.platform.testing.TestPlatform.NOON;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.auth.domain.AccountEvent.Method;
import shop.auth.domain.AccountEvent.Reason;
import shop.auth.domain.AccountEvent.SessionRevoked;
import shop.platform.Failure;
import shop.platform.testing.TestClock;

/** Two who refresh at once, a thousand times, each time so that both have read before either writes. */
class RefreshingTest {

    private static final int ROUNDS = 1_000;

    private final Colliding accounts = new Colliding();
    private final Set<String> ended = new HashSet<>();
    private final TestClock clock = new TestClock(NOON);
    private final Changing changing = new Changing(accounts, new Noted(), clock);
    private final Opening opening = new Opening(changing, CHAIN, new PlainTokens());
    private final Refreshing refreshing = new Refreshing(accounts, changing, opening, CHAIN);
    private final ExecutorService two = Executors.newFixedThreadPool(2);

    /** Holds up whoever looks for a session until the other has looked too. */
    private static final class Colliding extends InMemoryAccounts {

        private final CyclicBarrier meeting = new CyclicBarrier(2);
        private final AtomicInteger expected = new AtomicInteger();

        void expectTwo() {
            expected.set(2);
        }

        @Override
        public Optional<Account> findByHandle(String handle) {
            var found = super.findByHandle(handle);
            if (expected.getAndUpdate(left -> Math.max(0, left - 1)) > 0) meet();
            return found;
        }

        private void meet() {
            try {
                meeting.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException("the other did not come", e);
            }
        }
    }

    private final class Noted implements Endings {

        @Override
        public synchronized void announce(String sessionId) {
            ended.add(sessionId);
        }

        @Override
        public synchronized boolean announced(String sessionId) {
            return ended.contains(sessionId);
        }
    }

    private static final class PlainTokens implements Tokens {

        @Override
        public String forPerson(Account account, Session session) {
            return session.id();
        }

        @Override
        public String forService(String service) {
            return service;
        }

        @Override
        public Optional<Statement> read(String token) {
            return Optional.empty();
        }

        @Override
        public String publicKeys() {
            return "";
        }
    }

    @AfterEach
    void stop() {
        two.shutdownNow();
    }

    private SignedIn signIn() {
        return opening.open("usr_ann", Method.PASSWORD, HOME);
    }

    private List<Object> atOnce(String one, String other) throws Exception {
        accounts.expectTwo();
        var answers = two.invokeAll(List.<Callable<Object>>of(() -> refresh(one), () -> refresh(other)));
        return List.of(answers.get(0).get(), answers.get(1).get());
    }

    /** The next refresh token, or why there is none. */
    private Object refresh(String token) {
        try {
            return refreshing.refresh(token, HOME).refreshToken();
        } catch (Failure failure) {
            return failure;
        }
    }

    private void refused(String token, String code) {
        assertThatThrownBy(() -> refreshing.refresh(token, HOME))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.code()).isEqualTo(code));
    }

    private List<Session> sessions() {
        return accounts.find("usr_ann").orElseThrow().sessions();
    }

    @Test
    void twoTabsAreNeverLoggedOut() throws Exception {
        accounts.add(anAccount("usr_ann", "ann@example.com"), List.of());
        var token = signIn().refreshToken();
        var session = sessions().getFirst().id();
        for (int round = 0; round < ROUNDS; round++) {
            clock.advance(Duration.ofMinutes(1)); // no grace left from the round before
            var answers = atOnce(token, token);
            assertThat(answers).as("round %d", round).hasSize(2).hasOnlyElementsOfType(String.class);
            assertThat(answers.get(0)).isEqualTo(answers.get(1)).isNotEqualTo(token);
            token = (String) answers.get(0);
        }
        assertThat(sessions()).extracting(Session::id).containsExactly(session);
        assertThat(sessions().getFirst().generation()).isEqualTo(ROUNDS);
        assertThat(ended).isEmpty();
    }

    @Test
    void aStolenTokenAlwaysEndsTheSession() throws Exception {
        accounts.add(anAccount("usr_ann", "ann@example.com"), List.of());
        for (int round = 0; round < ROUNDS; round++) {
            var stolen = signIn().refreshToken();
            var session = sessions().getFirst().id();
            var owners = refreshing.refresh(stolen, HOME).refreshToken();
            clock.advance(Duration.ofSeconds(31));

            var answers = atOnce(stolen, owners);

            assertThat(answers.get(0))
                    .as("the thief, round %d", round)
                    .isInstanceOfSatisfying(
                            Failure.class, f -> assertThat(f.code()).isEqualTo("refresh_token_reused"));
            assertThat(sessions()).as("round %d", round).isEmpty();
            assertThat(ended).contains(session);
            refused(owners, "invalid_refresh_token");
            if (answers.get(1) instanceof String next) refused(next, "invalid_refresh_token");
        }
        assertThat(accounts.told().stream()
                        .filter(SessionRevoked.class::isInstance)
                        .map(SessionRevoked.class::cast)
                        .map(SessionRevoked::reason))
                .hasSize(ROUNDS)
                .containsOnly(Reason.REFRESH_TOKEN_REUSED);
    }
}
