package shop.stores.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import shop.platform.clients.Sibling;
import shop.stores.domain.People;

/** Asks users whom there is. */
public final class UsersDirectory implements People {

    private record Found(String id) {}

    private final Sibling users;

    public UsersDirectory(Sibling users) {
        this.users = users;
    }

    @Override
    public boolean has(String userId) {
        return users.get("/users/" + URLEncoder.encode(userId, UTF_8))
                .find(Found.class)
                .filter(found -> found.id().equals(userId))
                .isPresent();
    }
}
