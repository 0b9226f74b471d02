package shop.stores.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Route.delete;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.post;
import static shop.platform.http.Route.put;
import static shop.stores.api.StoreRoutes.ID;
import static shop.stores.api.StoreRoutes.answer;
import static shop.stores.api.StoreRoutes.caller;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.List;
import shop.platform.http.ETag;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.stores.api.StoreRequests.ChangeStatus;
import shop.stores.api.StoreRequests.Hire;
import shop.stores.api.StoreRequests.SuspendStore;
import shop.stores.api.StoreViews.ChangeView;
import shop.stores.api.StoreViews.StoreView;
import shop.stores.domain.Staffing;
import shop.stores.domain.StoreKeeping;

/** The routes that move a store from status to status, and those of its staff. */
public final class StatusRoutes implements Routes {

    private final StoreKeeping keeping;
    private final Staffing staffing;

    public StatusRoutes(StoreKeeping keeping, Staffing staffing) {
        this.keeping = keeping;
        this.staffing = staffing;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                move("publish", this::publish).by(CUSTOMER).says("Publish a store"),
                move("deactivate", this::deactivate)
                        .by(CUSTOMER)
                        .says("Take a store offline for a while")
                        .takes(ChangeStatus.class),
                move("suspend", this::suspend).by(ADMIN).says("Suspend a store").takes(SuspendStore.class),
                move("reinstate", this::reinstate)
                        .by(ADMIN)
                        .says("Let a suspended store go on")
                        .takes(ChangeStatus.class),
                get(ID + "/history", this::history)
                        .by(CUSTOMER)
                        .says("List the changes of status")
                        .details("The latest 200, the newest first; for the store's people, support and admins.")
                        .lists(ChangeView.class)
                        .refuses(404, "store_not_found"),
                put(ID + "/staff/{userId}", this::hire)
                        .by(CUSTOMER)
                        .says("Let somebody work in the store")
                        .takes(Hire.class)
                        .answers(200, StoreView.class)
                        .refuses(404, "store_not_found", "user_not_found")
                        .refuses(409, "store_closed", "too_many_staff"),
                delete(ID + "/staff/{userId}", this::dismiss)
                        .by(CUSTOMER)
                        .says("Let somebody no longer work in the store")
                        .answers(204)
                        .refuses(404, "store_not_found"));
    }

    private static Route move(String verb, Handler handler) {
        return post(ID + "/" + verb, handler)
                .answers(200, StoreView.class)
                .refuses(404, "store_not_found")
                .refuses(409, "invalid_transition");
    }

    private void publish(Context ctx) {
        answer(ctx, keeping.publish(ctx.pathParam("id"), caller(ctx), ETag.given(ctx)));
    }

    private void deactivate(Context ctx) {
        var reason = Http.body(ctx, ChangeStatus.class).reason();
        answer(ctx, keeping.deactivate(ctx.pathParam("id"), caller(ctx), reason, ETag.given(ctx)));
    }

    private void suspend(Context ctx) {
        var reason = Http.body(ctx, SuspendStore.class).reason();
        answer(ctx, keeping.suspend(ctx.pathParam("id"), caller(ctx), reason, ETag.given(ctx)));
    }

    private void reinstate(Context ctx) {
        var reason = Http.body(ctx, ChangeStatus.class).reason();
        answer(ctx, keeping.reinstate(ctx.pathParam("id"), caller(ctx), reason, ETag.given(ctx)));
    }

    private void history(Context ctx) {
        Http.answer(
                ctx,
                keeping.history(ctx.pathParam("id"), caller(ctx), Http.page(ctx))
                        .map(ChangeView::of));
    }

    private void hire(Context ctx) {
        Http.body(ctx, Hire.class);
        answer(ctx, staffing.hire(ctx.pathParam("id"), caller(ctx), ctx.pathParam("userId")));
    }

    private void dismiss(Context ctx) {
        staffing.dismiss(ctx.pathParam("id"), caller(ctx), ctx.pathParam("userId"));
        ctx.status(HttpStatus.NO_CONTENT);
    }
}
