package shop.activity.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Role.PUBLIC;
import static shop.platform.http.Role.SERVICE;
import static shop.platform.http.Role.SUPPORT;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.post;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import shop.activity.domain.Collecting;
import shop.activity.domain.Criteria;
import shop.activity.domain.Entries;
import shop.activity.domain.Origin;
import shop.activity.domain.Visitor;
import shop.platform.http.Addresses;
import shop.platform.http.Http;
import shop.platform.http.Principal;
import shop.platform.http.Route;
import shop.platform.http.Routes;

/** The log: visitors add to it, people read what is about them, support reads everything. */
public final class ActivityRoutes implements Routes {

    private final Entries entries;
    private final Collecting collecting;

    public ActivityRoutes(Entries entries, Collecting collecting) {
        this.entries = entries;
        this.collecting = collecting;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                post("/activity", this::collect)
                        .by(PUBLIC, CUSTOMER)
                        .says("Send a batch of behaviour events")
                        .details("Names as in Segment's e-commerce specification: `Product Viewed`, `Product Added`, "
                                + "`Checkout Started`. Each event is taken or rejected for itself; one whose `eventId` "
                                + "is known already is a duplicate.")
                        .takes(CollectEvents.class)
                        .answers(202, ReceiptView.class),
                Filters.on(get("/activity", this::list))
                        .by(SUPPORT, ADMIN)
                        .says("List what happened, newest first")
                        .lists(RecordView.class),
                get("/activity/me", this::mine)
                        .by(CUSTOMER)
                        .says("List what the log holds about the caller")
                        .lists(RecordView.class),
                get("/activity/users/{id}", this::aboutOne)
                        .by(SUPPORT, ADMIN, SERVICE)
                        .says("List what the log holds about a person")
                        .lists(RecordView.class));
    }

    private void collect(Context ctx) {
        var request = Http.body(ctx, CollectEvents.class);
        var agent = Optional.ofNullable(ctx.userAgent());
        var origin = new Origin(Optional.of(Addresses.client(ctx)), agent);
        var visitor = new Visitor(Principal.find(ctx).map(Principal::userId), origin);
        ctx.status(HttpStatus.ACCEPTED).json(ReceiptView.of(collecting.collect(request.sightings(), visitor)));
    }

    private void list(Context ctx) {
        answer(ctx, Filters.criteria(ctx));
    }

    private void mine(Context ctx) {
        answer(ctx, Criteria.about(Principal.of(ctx).userId()));
    }

    private void aboutOne(Context ctx) {
        answer(ctx, Criteria.about(ctx.pathParam("id")));
    }

    private void answer(Context ctx, Criteria criteria) {
        Http.answer(ctx, entries.list(criteria, Http.page(ctx)).map(RecordView::of));
    }
}
