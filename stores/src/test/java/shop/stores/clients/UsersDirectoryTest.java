package shop.stores.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.platform.testing.SiblingsHere.json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.platform.testing.SiblingsHere;

/** Whom users knows, by their ids alone. */
class UsersDirectoryTest {

    private final SiblingsHere here = new SiblingsHere(routes -> {
        routes.get("/users/ann", ctx -> json(ctx, 200, "{\"id\": \"ann\", \"displayName\": \"Ann\"}"));
        routes.get("/users/bad", ctx -> json(ctx, 500, "{}"));
    });
    private final UsersDirectory people = new UsersDirectory(here.sibling("users"));

    @AfterEach
    void stop() {
        here.close();
    }

    @Test
    void isToldByUsers() {
        assertThat(people.has("ann")).isTrue();
        assertThat(people.has("bob")).isFalse();
        assertThat(people.has("x/../ann")).isFalse();
        assertThat(people.has("ann?")).isFalse();
    }

    @Test
    void isNotGuessedWhereUsersIsAway() {
        assertThatThrownBy(() -> people.has("bad"))
                .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.UNAVAILABLE));
    }
}
