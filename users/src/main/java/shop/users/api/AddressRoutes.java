package shop.users.api;

import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Role.SERVICE;
import static shop.platform.http.Route.Trait.IF_MATCH;
import static shop.platform.http.Route.delete;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.post;
import static shop.platform.http.Route.put;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import shop.platform.http.ETag;
import shop.platform.http.Http;
import shop.platform.http.Principal;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.users.api.Requests.WriteAddress;
import shop.users.api.Views.AddressView;
import shop.users.domain.Entry;
import shop.users.domain.Profiles;

/** The address book: the routes below /users/me/addresses. */
public final class AddressRoutes implements Routes {

    private static final String GONE = "user_not_found"; // the account was erased, the token still lives
    private static final String BOOK = "/users/me/addresses";
    private static final String NOT_FOUND = "address_not_found";

    private final Profiles profiles;

    public AddressRoutes(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get(BOOK, this::list)
                        .by(CUSTOMER)
                        .says("List my addresses")
                        .details("The oldest first; there are fifty at most.")
                        .lists(AddressView.class)
                        .refuses(404, GONE),
                post(BOOK, this::add)
                        .by(CUSTOMER)
                        .says("Add an address")
                        .details("The first one is the default for everything; a new default replaces the old one.")
                        .takes(WriteAddress.class)
                        .answers(201, AddressView.class)
                        .refuses(404, GONE)
                        .refuses(409, "too_many_addresses"),
                put(BOOK + "/{id}", this::change)
                        .by(CUSTOMER)
                        .says("Change an address")
                        .details(
                                "A default that nothing is said about stays; one that is given up goes to the youngest "
                                        + "other address, and the only address keeps it.")
                        .takes(WriteAddress.class)
                        .answers(200, AddressView.class)
                        .refuses(404, NOT_FOUND, GONE)
                        .with(IF_MATCH),
                delete(BOOK + "/{id}", this::remove)
                        .by(CUSTOMER)
                        .says("Remove an address")
                        .details("Its defaults go to the youngest that is left.")
                        .answers(204)
                        .refuses(404, NOT_FOUND, GONE),
                get("/users/{userId}/addresses/{id}", this::read)
                        .by(SERVICE)
                        .says("Read somebody's address")
                        .answers(200, AddressView.class)
                        .refuses(404, NOT_FOUND, GONE));
    }

    private void list(Context ctx) {
        Http.answer(ctx, profiles.addresses(me(ctx), Http.page(ctx)).map(AddressView::of));
    }

    private void add(Context ctx) {
        var entry =
                profiles.addAddress(me(ctx), Http.body(ctx, WriteAddress.class).draft());
        ctx.status(HttpStatus.CREATED).header("Location", BOOK + "/" + entry.id());
        answer(ctx, entry);
    }

    private void change(Context ctx) {
        var wanted = Http.body(ctx, WriteAddress.class).draft();
        answer(ctx, profiles.changeAddress(me(ctx), ctx.pathParam("id"), ETag.required(ctx), wanted));
    }

    private void remove(Context ctx) {
        profiles.removeAddress(me(ctx), ctx.pathParam("id"), ETag.given(ctx));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void read(Context ctx) {
        answer(ctx, profiles.address(ctx.pathParam("userId"), ctx.pathParam("id")));
    }

    private static void answer(Context ctx, Entry entry) {
        ETag.send(ctx, entry.version());
        ctx.json(AddressView.of(entry));
    }

    private static String me(Context ctx) {
        return Principal.of(ctx).userId();
    }
}
