package shop.notifications.api;

import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Role.SERVICE;
import static shop.platform.http.Route.delete;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.post;
import static shop.platform.http.Route.put;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import shop.notifications.api.Views.DeviceView;
import shop.notifications.api.Views.NotificationView;
import shop.notifications.api.Views.PersonalData;
import shop.notifications.api.Views.PreferencesView;
import shop.notifications.api.Views.UnreadCount;
import shop.notifications.domain.Devices;
import shop.notifications.domain.Forgetting;
import shop.notifications.domain.Notifications;
import shop.notifications.domain.PreferenceBook;
import shop.notifications.domain.Preferences;
import shop.notifications.domain.Type;
import shop.platform.Failure;
import shop.platform.Page;
import shop.platform.http.Http;
import shop.platform.http.Principal;
import shop.platform.http.Route;
import shop.platform.http.Routes;

/** The routes below /notifications that are read and answered at once. */
public final class NotificationRoutes implements Routes {

    private static final int EXPORTED = 1_000;
    private static final String NOT_FOUND = "notification_not_found";

    private final Notifications notifications;
    private final PreferenceBook preferences;
    private final Devices devices;
    private final Forgetting forgetting;
    private final Clock clock;

    public NotificationRoutes(
            Notifications notifications,
            PreferenceBook preferences,
            Devices devices,
            Forgetting forgetting,
            Clock clock) {
        this.notifications = notifications;
        this.preferences = preferences;
        this.devices = devices;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        var types = Arrays.stream(Type.values()).map(Type::label).toList();
        return List.of(
                get("/notifications", this::list)
                        .by(CUSTOMER)
                        .says("List my notifications, the newest first")
                        .query("unread", List.of("true", "false"), "true: only those not read yet")
                        .query("type", types, "Only this type")
                        .lists(NotificationView.class),
                get("/notifications/unread-count", this::unread)
                        .by(CUSTOMER)
                        .says("Count my unread notifications")
                        .details("Counts to 10,000 at most.")
                        .answers(200, UnreadCount.class),
                post("/notifications/{id}/read", this::read)
                        .by(CUSTOMER)
                        .says("Mark one as read")
                        .answers(204)
                        .refuses(404, NOT_FOUND),
                post("/notifications/read-all", this::readAll)
                        .by(CUSTOMER)
                        .says("Mark all as read")
                        .answers(204),
                delete("/notifications/{id}", this::remove)
                        .by(CUSTOMER)
                        .says("Remove one")
                        .answers(204)
                        .refuses(404, NOT_FOUND),
                get("/notifications/preferences", this::preferences)
                        .by(CUSTOMER)
                        .says("Read by which channels I hear what")
                        .answers(200, PreferencesView.class),
                put("/notifications/preferences", this::prefer)
                        .by(CUSTOMER)
                        .says("Say by which channels I want to hear what")
                        .details("What is not named is heard by all channels. Security notices can't be switched off.")
                        .takes(PreferencesView.class)
                        .answers(200, PreferencesView.class)
                        .refuses(422, "not_optional"),
                get("/notifications/preferences/{userId}", this::preferencesOf)
                        .by(SERVICE)
                        .says("Read by which channels a person hears what")
                        .answers(200, PreferencesView.class),
                get("/notifications/export/{userId}", this::export)
                        .by(SERVICE)
                        .says("Everything kept of one person")
                        .answers(200, PersonalData.class));
    }

    private void list(Context ctx) {
        var unread = Http.query(ctx, "unread").map(Boolean::parseBoolean).orElse(false);
        var query = new Notifications.Query(me(ctx), unread, Http.query(ctx, "type", Type.class));
        Http.answer(ctx, notifications.list(query, Http.page(ctx)).map(NotificationView::of));
    }

    private void unread(Context ctx) {
        ctx.json(new UnreadCount(notifications.unread(me(ctx))));
    }

    private void read(Context ctx) {
        found(ctx, notifications.read(me(ctx), ctx.pathParam("id"), clock.instant()));
    }

    private void readAll(Context ctx) {
        notifications.readAll(me(ctx), clock.instant());
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void remove(Context ctx) {
        found(ctx, notifications.remove(me(ctx), ctx.pathParam("id")));
    }

    private static void found(Context ctx, boolean found) {
        if (!found) throw Failure.notFound("notification", ctx.pathParam("id"));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void preferences(Context ctx) {
        ctx.json(PreferencesView.of(preferences.find(me(ctx))));
    }

    private void preferencesOf(Context ctx) {
        ctx.json(PreferencesView.of(preferences.find(ctx.pathParam("userId"))));
    }

    private void prefer(Context ctx) {
        var wanted =
                new Preferences(me(ctx), Http.body(ctx, PreferencesView.class).channels());
        preferences.keep(wanted);
        forgetting.forgetAgain(me(ctx));
        ctx.json(PreferencesView.of(wanted));
    }

    private void export(Context ctx) {
        var userId = ctx.pathParam("userId");
        var all = new Notifications.Query(userId, false, Optional.empty());
        ctx.json(new PersonalData(
                notifications
                        .list(all, Page.Request.first(EXPORTED))
                        .map(NotificationView::of)
                        .items(),
                PreferencesView.of(preferences.find(userId)),
                devices.of(userId).stream().map(DeviceView::of).toList()));
    }

    private static String me(Context ctx) {
        return Principal.of(ctx).userId();
    }
}
