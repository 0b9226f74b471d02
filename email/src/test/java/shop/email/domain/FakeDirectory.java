package shop.email.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Siblings that know what they are taught, and count how often they are asked. */
public final class FakeDirectory implements Directory {

    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Store> stores = new HashMap<>();
    private final Set<String> declined = new HashSet<>();
    private int asked;

    public void know(String userId, Person person) {
        people.put(userId, person);
    }

    public void know(Store store) {
        stores.put(store.id(), store);
    }

    public void declines(String userId, Template template) {
        declined.add(userId + template);
    }

    public int asked() {
        return asked;
    }

    @Override
    public Optional<Person> person(String userId) {
        asked++;
        return Optional.ofNullable(people.get(userId));
    }

    @Override
    public Optional<Store> store(String storeId) {
        asked++;
        return Optional.ofNullable(stores.get(storeId));
    }

    @Override
    public boolean wants(String userId, Template template) {
        return !declined.contains(userId + template);
    }
}
