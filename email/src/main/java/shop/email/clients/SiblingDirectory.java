package shop.email.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.email.domain.Directory;
import shop.email.domain.Person;
import shop.email.domain.Store;
import shop.email.domain.Template;
import shop.platform.Failure;
import shop.platform.clients.Sibling;
import shop.platform.clients.Siblings;

/** Asks users and stores about what has not been heard yet. */
public final class SiblingDirectory implements Directory {

    private record UserSeen(Optional<String> email, Optional<String> displayName, Optional<String> locale) {}

    private record StoreSeen(String id, String name, String ownerId, Optional<String> contactEmail, int version) {}

    private record Wishes(Map<String, Channels> types) {}

    private record Channels(boolean email) {}

    private static final Logger LOG = LoggerFactory.getLogger(SiblingDirectory.class);

    /** What people can decline, by what notifications calls it. */
    private static final Map<Template, String> NOTICES = Map.of(
            Template.ORDER_CONFIRMATION, "order_placed",
            Template.PAYMENT_RECEIVED, "order_paid",
            Template.ORDER_SHIPPED, "order_shipped",
            Template.ORDER_DELIVERED, "order_delivered",
            Template.ORDER_CANCELLED, "order_cancelled",
            Template.ORDER_REFUNDED, "order_refunded");

    private final Sibling users;
    private final Sibling stores;
    private final Sibling notifications;

    public SiblingDirectory(Siblings siblings) {
        users = siblings.at("users");
        stores = siblings.at("stores");
        notifications = siblings.at("notifications");
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

    @Override
    public boolean wants(String userId, Template template) {
        var notice = Optional.ofNullable(NOTICES.get(template));
        return notice.flatMap(type -> channels(userId, type))
                .map(Channels::email)
                .orElse(true);
    }

    private Optional<Channels> channels(String userId, String notice) {
        try {
            return notifications
                    .get("/notifications/preferences/" + encoded(userId))
                    .find(Wishes.class)
                    .flatMap(wishes -> Optional.ofNullable(wishes.types().get(notice)));
        } catch (Failure failure) {
            LOG.warn("nobody knows whether {} is wanted by e-mail: {}", notice, failure.getMessage());
            return Optional.empty();
        }
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, UTF_8);
    }
}
