package shop.reviews.domain;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Archive without a database. */
public final class InMemoryArchive implements Archive {

    private record Heard(boolean archived, int sequence) {}

    private final Map<String, Heard> all = new ConcurrentHashMap<>();

    @Override
    public void learn(String productId, boolean archived, int sequence) {
        all.merge(
                productId,
                new Heard(archived, sequence),
                (before, next) -> next.sequence() > before.sequence() ? next : before);
    }

    @Override
    public boolean has(String productId) {
        return all.getOrDefault(productId, new Heard(false, 0)).archived();
    }
}
