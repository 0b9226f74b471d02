package shop.email.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;
import shop.email.domain.Directory;
import shop.email.domain.Person;
import shop.email.domain.Store;
import shop.platform.clients.Sibling;
import shop.platform.clients.Siblings;

/** Asks users and stores about what has not been heard yet. */
public final class SiblingDirectory implements Directory {

    private record UserSeen(Optional<String> email, Optional<String> displayName, Optional<String> locale) {}

    private record StoreSeen(String id, String name, String ownerId, Optional<String> contactEmail, int version) {}

    private final Sibling users;
    private final Sibling stores;

    public SiblingDirectory(Siblings siblings) {
        users = siblings.at("users");
        stores = siblings.at("stores");
    }

    @Override
    public Optional<Person> person(String userId) {
        return users.get("/users/" + encoded(userId))
                .find(UserSeen.class)
                .flatMap(user -> user.email()
                        .filter(email -> email.contains("@"))
                        .map(email -> new Person(email, user.displayName(), user.locale())));
    }

    @Override
    public Optional<Store> store(String storeId) {
        return stores.get("/stores/" + encoded(storeId))
                .find(StoreSeen.class)
                .map(store ->
                        new Store(store.id(), store.name(), store.ownerId(), store.contactEmail(), store.version()));
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, UTF_8);
    }
}
