package shop.users.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.platform.testing.SiblingsHere.json;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.platform.Failure;
import shop.platform.testing.SiblingsHere;
import shop.users.domain.Account;
import shop.users.domain.Role;

/** What users asks its siblings. */
class ClientsTest {

    private static final List<String> OTHERS =
            List.of("auth", "stores", "products", "orders", "reviews", "emails", "notifications", "activity");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String away = "";
    private final SiblingsHere here = new SiblingsHere(routes -> {
        routes.get("/auth/accounts/ann", ctx -> json(ctx, 200, """
                {"userId": "ann", "email": "ann@shop.test", "emailVerified": true, "displayName": "Ann",
                 "roles": ["customer", "admin"], "status": "active", "createdAt": "2030-01-01T00:00:00.000Z"}"""));
        routes.get("/activity/users/ann", ctx -> {
            asked.add(ctx.url() + "?" + ctx.queryString());
            json(ctx, 200, "{\"items\": [{\"type\": \"user.logged_in\"}], \"next\": \"more\"}");
        });
        for (var prefix : OTHERS) {
            routes.get("/" + prefix + "/export/bob", ctx -> {
                if (prefix.equals(away)) json(ctx, 503, "{}");
                else json(ctx, 200, "{\"of\": \"" + prefix + "\"}");
            });
        }
    });

    @AfterEach
    void stop() {
        here.close();
    }

    @Test
    void anAccountIsAskedForByItsIdAlone() {
        var accounts = new AuthDirectory(here.sibling("auth"));

        assertThat(accounts.ask("ann"))
                .contains(new Account(
                        "ann",
                        "ann@shop.test",
                        true,
                        "Ann",
                        Set.of(Role.CUSTOMER, Role.ADMIN),
                        Instant.parse("2030-01-01T00:00:00Z")));
        assertThat(accounts.ask("bob")).isEmpty();
        assertThat(accounts.ask("x/../ann")).isEmpty();
        assertThat(accounts.ask("ann?x")).isEmpty();
    }

    @Test
    void historyIsHandedOnWithItsCursor() {
        var part = new ActivityHistory(here.sibling("activity")).of("ann", 5, Optional.of("a b&limit=9"));

        assertThat(part.items()).containsExactly(Map.of("type", "user.logged_in"));
        assertThat(part.next()).contains("more");
        assertThat(asked).singleElement().asString().endsWith("/activity/users/ann?limit=5&cursor=a+b%26limit%3D9");
    }

    @Test
    void allEightAreAskedForWhatTheyKeep() {
        var everything = new AllServices(here::sibling).everything("bob");

        assertThat(everything)
                .containsOnlyKeys(
                        "auth", "stores", "products", "orders", "reviews", "email", "notifications", "activity")
                .containsEntry("email", Map.of("of", "emails"));
    }

    @Test
    void whereOneIsAwayThereIsNoPartThatPassesForTheWhole() {
        for (var prefix : List.of("reviews", "activity")) {
            away = prefix;
            assertThatThrownBy(() -> new AllServices(here::sibling).everything("bob"))
                    .isInstanceOfSatisfying(
                            Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.UNAVAILABLE));
        }
    }
}
