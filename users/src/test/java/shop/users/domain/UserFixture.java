package shop.users.domain;

import static shop.platform.testing.TestPlatform.NOON;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Valid people for tests; change only what the test is about. */
public final class UserFixture {

    private UserFixture() {}

    public static User aUser(String id, Role... roles) {
        var all = roles.length == 0 ? Set.of(Role.CUSTOMER) : Set.of(roles);
        return User.registered(new Account(id, id + "@shop.test", false, id + " Example", all, NOON));
    }

    public static User anAdmin(String id) {
        return aUser(id, Role.CUSTOMER, Role.ADMIN);
    }

    public static User named(User user, String displayName) {
        return user.edit(
                new Profile(displayName, Optional.of("+4930123456"), "de", Optional.of("https://x.example/a.png")),
                true,
                NOON);
    }

    public static User disabled(User user) {
        return user.withStatus(Status.DISABLED, NOON);
    }

    public static User erased(User user) {
        return user.erased(NOON);
    }

    public static User withAddress(User user, String addressId) {
        return user.with(user.book().add(draft("home").entry(addressId)), NOON);
    }

    public static Entry.Draft draft(String label) {
        return new Entry.Draft(Optional.of(label), ADDRESS, Optional.empty(), Optional.empty());
    }

    public static List<UserEvent> event(User user) {
        return List.of(new UserEvent.Enabled(user.id(), "root"));
    }

    private static final Address ADDRESS = new Address(
            "Ann Example",
            Optional.empty(),
            "Main Street 1",
            Optional.empty(),
            "Berlin",
            Optional.empty(),
            "10115",
            "DE",
            Optional.empty());
}
