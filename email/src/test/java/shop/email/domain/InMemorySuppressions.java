package shop.email.domain;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The whole port without a database. */
public final class InMemorySuppressions implements Suppressions {

    private final Map<String, Suppression> suppressions = new ConcurrentHashMap<>();

    @Override
    public Optional<Suppression> find(Address address) {
        return Optional.ofNullable(suppressions.get(address.key()))
                .map(it -> new Suppression(address, it.scope(), it.reason(), it.createdAt()));
    }

    @Override
    public void put(Suppression suppression) {
        suppressions.put(suppression.address().key(), suppression);
    }

    @Override
    public boolean remove(Address address) {
        return suppressions.remove(address.key()) != null;
    }
}
