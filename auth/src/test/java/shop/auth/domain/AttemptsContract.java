package shop.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.auth.domain.Attempts.Attempt;
import shop.auth.domain.Attempts.Policy;

/** What any Attempts must do; each implementation runs all of it. */
public abstract class AttemptsContract {

    /** As usual, but quick. */
    protected static final Policy QUICK = new Policy(3, 6, Duration.ofMillis(400), Duration.ofMillis(3000));

    private final String account = UUID.randomUUID().toString();
    private final String address = UUID.randomUUID().toString();
    private final Attempt attempt = new Attempt(account, address);

    protected abstract Attempts attempts();

    @Test
    void theFirstFailuresCostNothing() {
        fail(attempt, 2);

        assertThat(attempts().begin(attempt)).isEmpty();
        assertThat(attempts().begin(attempt)).isEmpty();
    }

    @Test
    void thenTheDelayGrowsUpToALimit() {
        fail(attempt, 3);
        assertThat(wait(attempt)).isBetween(Duration.ofMillis(100), Duration.ofMillis(400));
        awaitTurn(attempt);
        attempts().failed(attempt);
        assertThat(wait(attempt)).isBetween(Duration.ofMillis(401), Duration.ofMillis(800));
        fail(attempt, 100);
        assertThat(wait(attempt)).isBetween(Duration.ofMillis(1500), Duration.ofMillis(3000));
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
        for (int i = 0; i < 6; i++) attempts().failed(new Attempt(account + i, address));

        assertThat(attempts().begin(new Attempt("somebody else", address))).isPresent();
        assertThat(attempts().begin(new Attempt(account + 1, UUID.randomUUID().toString())))
                .isEmpty();
    }

    @Test
    void anAddressThatHasToWaitMakesNoAccountWait() {
        for (int i = 0; i < 20; i++) attempts().failed(new Attempt(account + i, address));
        var elsewhere = new Attempt(account, UUID.randomUUID().toString());
        fail(elsewhere, 3);

        await().pollDelay(Duration.ofMillis(500))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> {
                    assertThat(attempts().begin(attempt)).isPresent();
                    assertThat(attempts().begin(elsewhere)).isEmpty();
                });
    }

    @Test
    void ofManyAtOnceOneGetsThrough() throws Exception {
        fail(attempt, 3);
        awaitTurn(attempt);
        attempts().failed(attempt);
        await().atMost(Duration.ofSeconds(5)).until(() -> rush() == 1);
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
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> wait(whose).isZero());
    }
}
