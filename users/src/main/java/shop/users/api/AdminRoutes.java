package shop.users.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.SERVICE;
import static shop.platform.http.Role.SUPPORT;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.put;

import io.javalin.http.Context;
import java.util.List;
import shop.platform.http.ETag;
import shop.platform.http.Http;
import shop.platform.http.Principal;
import shop.platform.http.Route;
import shop.platform.http.Routes;
import shop.users.api.Requests.SetRoles;
import shop.users.api.Requests.SetStatus;
import shop.users.api.Views.PersonalData;
import shop.users.api.Views.UserView;
import shop.users.domain.Administering;
import shop.users.domain.Changing;
import shop.users.domain.Role;
import shop.users.domain.Status;
import shop.users.domain.User;
import shop.users.domain.Users;

/** The routes for those who look after others. */
public final class AdminRoutes implements Routes {

    private static final String ID = "/users/{id}";
    private static final String NOT_FOUND = "user_not_found";

    private final Users users;
    private final Changing changing;
    private final Administering administering;

    public AdminRoutes(Users users, Changing changing, Administering administering) {
        this.users = users;
        this.changing = changing;
        this.administering = administering;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/users", this::list)
                        .by(SUPPORT, ADMIN)
                        .says("Find people")
                        .query("q", "The beginning of an e-mail address, or of a word of the name")
                        .query("role", List.of("customer", "support", "admin"), "Only with this role")
                        .query("status", List.of("active", "disabled"), "Only with this status")
                        .lists(UserView.class),
                get(ID, this::read)
                        .by(SUPPORT, ADMIN, SERVICE)
                        .says("Read somebody's profile")
                        .answers(200, UserView.class)
                        .refuses(404, NOT_FOUND),
                put(ID + "/roles", this::assign)
                        .by(ADMIN)
                        .says("Say what somebody may do")
                        .takes(SetRoles.class)
                        .answers(200, UserView.class)
                        .refuses(404, NOT_FOUND)
                        .refuses(409, "last_admin"),
                put(ID + "/status", this::setStatus)
                        .by(ADMIN)
                        .says("Let somebody sign in, or not")
                        .details("A disabled person's sessions end, and no login is taken.")
                        .takes(SetStatus.class)
                        .answers(200, UserView.class)
                        .refuses(404, NOT_FOUND)
                        .refuses(409, "last_admin"),
                get("/users/export/{userId}", this::export)
                        .by(SERVICE)
                        .says("Everything kept of one person")
                        .answers(200, PersonalData.class)
                        .refuses(404, NOT_FOUND));
    }

    private void list(Context ctx) {
        var query = new Users.Query(
                Http.query(ctx, "q"), Http.query(ctx, "role", Role.class), Http.query(ctx, "status", Status.class));
        Http.answer(ctx, users.list(query, Http.page(ctx)).map(UserView::of));
    }

    private void read(Context ctx) {
        answer(ctx, changing.read(ctx.pathParam("id")));
    }

    private void assign(Context ctx) {
        var roles = Http.body(ctx, SetRoles.class).roles();
        answer(ctx, administering.assign(ctx.pathParam("id"), roles, me(ctx), ETag.given(ctx)));
    }

    private void setStatus(Context ctx) {
        var status = Http.body(ctx, SetStatus.class).status();
        answer(ctx, administering.setStatus(ctx.pathParam("id"), status, me(ctx), ETag.given(ctx)));
    }

    private void export(Context ctx) {
        ctx.json(PersonalData.of(changing.read(ctx.pathParam("userId"))));
    }

    private static void answer(Context ctx, User user) {
        ETag.send(ctx, user.version());
        ctx.json(UserView.of(user));
    }

    private static String me(Context ctx) {
        return Principal.of(ctx).userId();
    }
}
