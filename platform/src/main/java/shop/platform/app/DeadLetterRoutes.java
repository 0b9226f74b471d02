package shop.platform.app;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Route.delete;
import static shop.platform.http.Route.get;
import static shop.platform.http.Route.post;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import shop.platform.Failure;
import shop.platform.Page;
import shop.platform.events.DeadLetters;
import shop.platform.events.DeadLetters.DeadLetter;
import shop.platform.http.Http;
import shop.platform.http.Route;
import shop.platform.http.Routes;

/** What a service's queues gave up on, for admins: look, try again, forget. */
record DeadLetterRoutes(String prefix, DeadLetters letters) implements Routes {

    @Override
    public List<Route> routes() {
        var path = prefix + "/dead-letters";
        return List.of(
                get(path, this::list)
                        .by(ADMIN)
                        .says("List deliveries the service gave up on")
                        .lists(DeadLetter.class),
                post(path + "/{id}/replay", this::replay)
                        .by(ADMIN)
                        .says("Deliver one of them again")
                        .details("To every queue of the service that gave up on it. What fails again comes back here.")
                        .answers(204)
                        .refuses(404, "dead_letter_not_found"),
                delete(path + "/{id}", this::discard)
                        .by(ADMIN)
                        .says("Discard one of them for good")
                        .answers(204)
                        .refuses(404, "dead_letter_not_found"));
    }

    /** The oldest come first, so whoever works them off always finds the next ones here: there is no second page. */
    private void list(Context ctx) {
        Http.answer(ctx, new Page<>(letters.list(Http.page(ctx).limit()), Optional.empty()));
    }

    private void replay(Context ctx) {
        answer(ctx, letters.replay(ctx.pathParam("id")));
    }

    private void discard(Context ctx) {
        answer(ctx, letters.discard(ctx.pathParam("id")));
    }

    private static void answer(Context ctx, boolean found) {
        if (!found) throw Failure.notFound("dead_letter", ctx.pathParam("id"));
        ctx.status(HttpStatus.NO_CONTENT);
    }
}
