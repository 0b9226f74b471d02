package shop.products.api;

import static shop.platform.http.Role.ADMIN;
import static shop.platform.http.Role.SERVICE;
import static shop.platform.http.Role.SUPPORT;

import io.javalin.http.Context;
import shop.platform.http.Principal;
import shop.products.domain.Caller;

/** Who asks. */
final class Callers {

    private Callers() {}

    static Caller of(Context ctx) {
        return Principal.find(ctx).map(Callers::of).orElse(Caller.STRANGER);
    }

    private static Caller of(Principal principal) {
        return new Caller(principal.userId(), principal.hasAny(SUPPORT, ADMIN, SERVICE), principal.hasAny(ADMIN));
    }
}
