package shop.users.api;

import static shop.platform.http.Role.CUSTOMER;
import static shop.platform.http.Route.Trait.IF_MATCH;
import static shop.platform.http.Route.delete;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.patch;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import shop.platform.http.ETag;
import shop.platform.http.Http;
import shop.platform.http.Principal;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.users.api.Requests.EditProfile;
import shop.users.api.Views.HistoryView;
import shop.users.api.Views.PersonalData;
import shop.users.api.Views.UserView;
import shop.users.domain.Changing;
import shop.users.domain.History;
import shop.users.domain.Personal;
import shop.users.domain.Profiles;
import shop.users.domain.User;

/** The routes below /users/me but the addresses. */
public final class ProfileRoutes implements Routes {

    private static final String ME = "/users/me";
    private static final String GONE = "user_not_found"; // the account was erased, the token still lives

    private final Changing changing;
    private final Profiles profiles;
    private final History history;
    private final Personal personal;

    public ProfileRoutes(Changing changing, Profiles profiles, History history, Personal personal) {
        this.changing = changing;
        this.profiles = profiles;
        this.history = history;
        this.personal = personal;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get(ME, this::read)
                        .by(CUSTOMER)
                        .says("Read my profile")
                        .answers(200, UserView.class)
                        .refuses(404, GONE),
                patch(ME, this::edit)
                        .by(CUSTOMER)
                        .says("Change my profile")
                        .takes(EditProfile.class)
                        .answers(200, UserView.class)
                        .refuses(404, GONE)
                        .with(IF_MATCH),
                delete(ME, this::erase)
                        .by(CUSTOMER)
                        .says("End my account and erase what is known of me")
                        .details(
                                "Every service forgets at once; an order under way keeps its address until it completes.")
                        .answers(202)
                        .refuses(404, GONE)
                        .refuses(409, "last_admin"),
                get(ME + "/activity", this::activity)
                        .by(CUSTOMER)
                        .says("List what I did, the newest first")
                        .lists(Object.class),
                get(ME + "/export", this::export)
                        .by(CUSTOMER)
                        .says("Read everything all services keep of me")
                        .details("One object, a member for each of the nine services.")
                        .answers(200, Object.class)
                        .refuses(404, GONE));
    }

    private void read(Context ctx) {
        answer(ctx, changing.read(me(ctx)));
    }

    private void edit(Context ctx) {
        var seen = ETag.required(ctx);
        var next = Http.merged(ctx, EditProfile.of(changing.read(me(ctx))), EditProfile.class);
        answer(ctx, profiles.edit(me(ctx), seen, next.profile(), next.marketingConsent()));
    }

    private void erase(Context ctx) {
        profiles.erase(me(ctx));
        ctx.status(HttpStatus.ACCEPTED);
    }

    /** The cursor is activity's own: it was checked here, and is handed on as it came. */
    private void activity(Context ctx) {
        var limit = Http.page(ctx).limit();
        var part = history.of(me(ctx), limit, Http.query(ctx, "cursor"));
        ctx.json(new HistoryView(part.items(), part.next().orElse(null)));
    }

    private void export(Context ctx) {
        var all = new LinkedHashMap<>(personal.everything(me(ctx)));
        all.put("users", PersonalData.of(changing.read(me(ctx))));
        ctx.json(all);
    }

    private static void answer(Context ctx, User user) {
        ETag.send(ctx, user.version());
        ctx.json(UserView.of(user));
    }

    private static String me(Context ctx) {
        return Principal.of(ctx).userId();
    }
}
