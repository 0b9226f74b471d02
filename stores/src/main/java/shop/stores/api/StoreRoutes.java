package shop.stores.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Role.PUBLIC;
import static shop.platform.http.Role.SERVICE;
import static shop.platform.http.Role.SUPPORT;
import static shop.platform.http.Route.Trait.CACHED;
import static shop.platform.http.Route.Trait.IF_MATCH;
import static shop.platform.http.Route.delete;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.patch;
import static shop.platform.http.Route.post;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import shop.platform.http.ETag;
import shop.platform.http.Http;
import shop.platform.http.Principal;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.stores.api.StoreRequests.EditStore;
import shop.stores.api.StoreRequests.OpenStore;
import shop.stores.api.StoreViews.PersonalData;
import shop.stores.api.StoreViews.StoreView;
import shop.stores.domain.Caller;
import shop.stores.domain.Changing;
import shop.stores.domain.Store;
import shop.stores.domain.StoreKeeping;
import shop.stores.domain.Stores;

/** The routes below /stores. */
public final class StoreRoutes implements Routes {

    static final String ID = "/stores/{id}";

    private final Stores stores;
    private final Changing changing;
    private final StoreKeeping keeping;

    public StoreRoutes(Stores stores, Changing changing, StoreKeeping keeping) {
        this.stores = stores;
        this.changing = changing;
        this.keeping = keeping;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                post("/stores", this::open)
                        .by(CUSTOMER)
                        .says("Open a store")
                        .details("It begins as a draft that nobody else sees.")
                        .takes(OpenStore.class)
                        .answers(201, StoreView.class)
                        .refuses(409, "slug_taken"),
                get("/stores", this::published)
                        .by(PUBLIC)
                        .says("Find published stores")
                        .query("q", "Words, or beginnings of words, of name and description")
                        .query("country", "ISO 3166-1 alpha-2")
                        .lists(StoreView.class),
                get("/stores/mine", this::mine)
                        .by(CUSTOMER)
                        .says("List the stores I own or work for")
                        .lists(StoreView.class),
                get("/stores/export/{userId}", this::export)
                        .by(SERVICE)
                        .says("Everything kept of one person")
                        .answers(200, PersonalData.class),
                get("/stores/{id}", this::read)
                        .by(PUBLIC, CUSTOMER, SERVICE)
                        .says("Read a store")
                        .answers(200, StoreView.class)
                        .refuses(404, "store_not_found")
                        .with(CACHED),
                patch(ID, this::edit)
                        .by(CUSTOMER)
                        .says("Change a store")
                        .takes(EditStore.class)
                        .answers(200, StoreView.class)
                        .refuses(404, "store_not_found")
                        .refuses(409, "slug_taken", "store_closed")
                        .with(IF_MATCH),
                delete(ID, this::close)
                        .by(CUSTOMER)
                        .says("Close a store for good")
                        .answers(204)
                        .refuses(404, "store_not_found")
                        .refuses(409, "invalid_transition"));
    }

    private void open(Context ctx) {
        var request = Http.body(ctx, OpenStore.class);
        var store = keeping.open(caller(ctx), request.profile(), request.currency(), request.slug());
        ctx.status(HttpStatus.CREATED).header("Location", "/stores/" + store.id());
        answer(ctx, store);
    }

    private void published(Context ctx) {
        var query = new Stores.Query(
                Http.query(ctx, "q"), Http.query(ctx, "country").map(code -> code.toUpperCase(Locale.ROOT)));
        Http.answer(ctx, stores.published(query, Http.page(ctx)).map(store -> view(ctx, store)));
    }

    private void mine(Context ctx) {
        Http.answer(ctx, stores.runBy(caller(ctx).id(), Http.page(ctx)).map(store -> view(ctx, store)));
    }

    private void read(Context ctx) {
        var store = changing.read(ctx.pathParam("id"), caller(ctx));
        if (!ETag.known(ctx, Integer.toString(store.version()))) ctx.json(view(ctx, store));
    }

    private void edit(Context ctx) {
        var seen = ETag.required(ctx);
        var current = changing.read(ctx.pathParam("id"), caller(ctx));
        var next = Http.merged(ctx, EditStore.of(current), EditStore.class);
        answer(ctx, keeping.edit(current.id(), caller(ctx), seen, next.slug(), next.profile()));
    }

    private void close(Context ctx) {
        keeping.close(ctx.pathParam("id"), caller(ctx), ETag.given(ctx));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void export(Context ctx) {
        var userId = ctx.pathParam("userId");
        ctx.json(PersonalData.of(userId, stores.touching(userId)));
    }

    static void answer(Context ctx, Store store) {
        ETag.send(ctx, store.version());
        ctx.json(view(ctx, store));
    }

    private static StoreView view(Context ctx, Store store) {
        var caller = caller(ctx);
        var sibling = Principal.find(ctx).filter(who -> who.hasAny(SERVICE)).isPresent();
        return StoreView.of(store, store.ownedBy(caller) || caller.admin(), sibling);
    }

    static Caller caller(Context ctx) {
        return Principal.find(ctx)
                .map(who -> new Caller(who.userId(), who.hasAny(ADMIN), who.hasAny(SUPPORT, ADMIN, SERVICE)))
                .orElse(Caller.STRANGER);
    }
}
