package shop.orders.domain.sandbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The books of the sandbox without a database. */
public final class InMemoryCharges implements Charges {

    private final Map<String, Transaction> charges = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Transaction> find(String reference) {
        return Optional.ofNullable(charges.get(reference));
    }

    @Override
    public synchronized boolean add(Transaction charge) {
        return charges.putIfAbsent(charge.id(), charge) == null;
    }

    @Override
    public synchronized boolean replace(Transaction next) {
        var before = find(next.id()).filter(charge -> charge.version() == next.version() - 1);
        before.ifPresent(_ -> charges.put(next.id(), next));
        return before.isPresent();
    }

    @Override
    public synchronized List<Transaction> toCall(Instant now, int limit) {
        return charges.values().stream()
                .filter(charge -> charge.callAt().map(at -> !at.isAfter(now)).orElse(false))
                .sorted(Comparator.comparing(charge -> charge.callAt().orElseThrow()))
                .limit(limit)
                .toList();
    }
}
