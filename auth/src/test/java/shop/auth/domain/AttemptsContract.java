package shop.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import shop.auth.domain.Attempts.Attempt;
import shop.auth.domain.Attempts.Policy;

/** What any Attempts must do; each implementation runs all of it. */
public abstract class AttemptsContract {

    /** As usual, but quick. */
    protected static final Policy QUICK = new Policy(3, 6, Duration.ofMillis(400), Duration.ofMillis(3000));

    private final Attempt attempt = someone();

    protected abstract Attempts attempts();

    private static Attempt someone() {
        return new Attempt(UUID.randomUUID().toString(), UUID.randomUUID().toString());
    }

    private static Attempt elsewhere(Attempt attempt) {
        return new Attempt(attempt.account(), UUID.randomUUID().toString());
    }

    /** Delays are short here, and a busy machine may sleep through one: then the same is done once more by somebody else. */
    private static void undisturbed(Consumer<Attempt> scenario) {
        await().ignoreExceptionsInstanceOf(ConditionTimeoutException.class)
                .untilAsserted(() -> scenario.accept(someone()));
    }

    @Test
    void theFirstFailuresCostNothing() {
        fail(attempt, 2);
        assertThat(attempts().begin(attempt)).isEmpty();
        assertThat(attempts().begin(attempt)).isEmpty();
    }

    @Test
    void thenTheDelayGrowsUpToALimit() {
        undisturbed(who -> {
            fail(who, 3);
            assertThat(wait(who)).isBetween(Duration.ofMillis(100), Duration.ofMillis(400));

            awaitTurn(who);
            attempts().failed(who);
            assertThat(wait(who)).isBetween(Duration.ofMillis(401), Duration.ofMillis(800));

            fail(who, 100);
            assertThat(wait(who)).isBetween(Duration.ofMillis(1500), Duration.ofMillis(3000));
        });
    }

    @Test
    void aSuccessForgivesAll() {
        fail(attempt, 5);
        attempts().succeeded(attempt);
        assertThat(attempts().begin(attempt)).isEmpty();
        fail(attempt, 2);
        assertThat(attempts().begin(attempt)).isEmpty();
    }

    @Test
    void anAddressThatTriesManyAccountsWaitsForAllOfThem() {
        undisturbed(who -> {
            for (int i = 0; i < 6; i++) attempts().failed(new Attempt(who.account() + i, who.address()));

            assertThat(attempts().begin(new Attempt("somebody else", who.address())))
                    .isPresent();
            assertThat(attempts().begin(elsewhere(new Attempt(who.account() + 1, ""))))
                    .isEmpty();
        });
    }

    @Test
    void anAddressThatHasToWaitMakesNoAccountWait() {
        undisturbed(who -> {
            for (int i = 0; i < 20; i++) attempts().failed(new Attempt(who.account() + i, who.address()));
            var elsewhere = elsewhere(who);
            fail(elsewhere, 3);

            await().atMost(Duration.ofSeconds(3))
                    .pollDelay(Duration.ofMillis(500))
                    .pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() -> {
                        assertThat(attempts().begin(who)).isPresent();
                        assertThat(attempts().begin(elsewhere)).isEmpty();
                    });
        });
    }

    @Test
    void ofManyAtOnceOneGetsThrough() {
        fail(attempt, 3);
        awaitTurn(attempt);
        attempts().failed(attempt);

        await().until(() -> rush() == 1);
    }

    /** How many of twenty at once may try. */
    private long rush() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 20)
                    .mapToObj(
                            _ -> threads.submit(() -> attempts().begin(attempt).isEmpty()))
                    .toList();
            long through = 0;
            for (Future<Boolean> each : tries) if (each.get()) through++;
            return through;
        }
    }

    private void fail(Attempt whose, int times) {
        for (int i = 0; i < times; i++) attempts().failed(whose);
    }

    private Duration wait(Attempt whose) {
        return attempts().begin(whose).orElse(Duration.ZERO);
    }

    private void awaitTurn(Attempt whose) {
        await().pollInterval(Duration.ofMillis(50)).until(() -> wait(whose).isZero());
    }
}
