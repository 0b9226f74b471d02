package shop.email.domain;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import shop.platform.Failure;

/** The whole port without a database. */
public final class InMemoryContacts implements Contacts {

    private final Map<String, Contact> contacts = new ConcurrentHashMap<>();

    @Override
    public Optional<Contact> find(String userId) {
        return Optional.ofNullable(contacts.get(userId));
    }

    @Override
    public synchronized void put(Contact next) {
        var version = find(next.id()).map(Contact::version).orElse(0);
        if (version != next.version() - 1) throw Failure.stale(next.id());
        contacts.put(next.id(), next);
    }
}
