package shop.auth.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole port without Redis. */
public final class InMemoryAttempts implements Attempts {

    private record Count(String name, int free) {}

    private final Map<Count, Integer> failures = new HashMap<>();
    private final Map<Count, Instant> delays = new HashMap<>();
    private final Policy policy;
    private final Clock clock;

    public InMemoryAttempts(Policy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Duration> begin(Attempt attempt) {
        var longest = counts(attempt).stream()
                .map(count -> Duration.between(clock.instant(), delays.getOrDefault(count, Instant.MIN)))
                .filter(Duration::isPositive)
                .max(Duration::compareTo);
        if (longest.isEmpty()) counts(attempt).forEach(count -> delay(count, failures.getOrDefault(count, 0)));
        return longest;
    }

    @Override
    public synchronized void failed(Attempt attempt) {
        counts(attempt).forEach(count -> delay(count, failures.merge(count, 1, Integer::sum)));
    }

    private void delay(Count count, int failed) {
        if (failed >= count.free()) delays.put(count, clock.instant().plus(policy.delay(failed - count.free())));
    }

    @Override
    public synchronized void succeeded(Attempt attempt) {
        counts(attempt).forEach(count -> {
            failures.remove(count);
            delays.remove(count);
        });
    }

    private List<Count> counts(Attempt attempt) {
        return List.of(
                new Count("account:" + attempt.account(), policy.perAccount()),
                new Count("address:" + attempt.address(), policy.perAddress()));
    }
}
