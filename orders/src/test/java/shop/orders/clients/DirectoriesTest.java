package shop.orders.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.platform.testing.SiblingsHere.json;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import shop.orders.domain.Address;
import shop.orders.domain.Store;
import shop.platform.testing.SiblingsHere;

/** What orders looks up elsewhere: addresses in users, people of stores in stores. */
class DirectoriesTest {

    private final SiblingsHere here = new SiblingsHere(routes -> {
        routes.get("/users/ann/addresses/adr_1", ctx -> json(ctx, 200, """
                {"id": "adr_1", "label": "home", "fullName": "Ann Lee", "line1": "Main Street 1", "city": "Berlin",
                 "postalCode": "10115", "country": "DE", "defaultShipping": true, "defaultBilling": false, "version": 1}"""));
        routes.get("/stores/sto_1", ctx -> json(ctx, 200, """
                {"id": "sto_1", "slug": "tea-house", "name": "Tea", "status": "draft", "ownerId": "bob",
                 "staffIds": ["cat"], "version": 4}"""));
        routes.get("/stores/tea-house", ctx -> json(ctx, 200, """
                {"id": "sto_1", "ownerId": "bob", "version": 4}"""));
    });

    @AfterEach
    void stop() {
        here.close();
    }

    @Test
    void anAddressIsFoundByItsOwner() {
        var book = new UsersAddressBook(here.sibling("users"));
        var home = new Address(
                "Ann Lee",
                Optional.empty(),
                "Main Street 1",
                Optional.empty(),
                "Berlin",
                Optional.empty(),
                "10115",
                "DE",
                Optional.empty());

        assertThat(book.find("ann", "adr_1")).contains(home);
        assertThat(book.find("bob", "adr_1")).isEmpty();
    }

    @Test
    void aStoreIsKnownByItsIdOnly() {
        var register = new StoresRegister(here.sibling("stores"));

        assertThat(register.ask("sto_1")).contains(new Store("sto_1", "bob", List.of("cat"), 4));
        assertThat(register.ask("tea-house")).isEmpty();
        assertThat(register.ask("sto_2")).isEmpty();
    }
}
