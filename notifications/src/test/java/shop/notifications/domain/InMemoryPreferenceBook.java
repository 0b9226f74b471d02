package shop.notifications.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Preferences without a database. */
public final class InMemoryPreferenceBook implements PreferenceBook {

    private record Tongue(Locale locale, int sequence) {}

    private final Map<String, Preferences> wishes = new HashMap<>();
    private final Map<String, Tongue> tongues = new HashMap<>();

    @Override
    public synchronized Preferences find(String userId) {
        return wishes.getOrDefault(userId, Preferences.usual(userId));
    }

    @Override
    public synchronized void keep(Preferences preferences) {
        wishes.put(preferences.id(), preferences);
    }

    @Override
    public synchronized List<Reader> readers(List<String> userIds) {
        var unknown = new Tongue(Locale.ENGLISH, 0);
        return userIds.stream()
                .map(id ->
                        new Reader(find(id), tongues.getOrDefault(id, unknown).locale()))
                .toList();
    }

    @Override
    public synchronized void speaks(String userId, Locale locale, int sequence) {
        tongues.merge(
                userId,
                new Tongue(locale, sequence),
                (before, next) -> next.sequence() > before.sequence() ? next : before);
    }

    @Override
    public synchronized void forget(String userId) {
        wishes.remove(userId);
        tongues.remove(userId);
    }
}
